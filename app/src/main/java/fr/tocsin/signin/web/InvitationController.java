package fr.tocsin.signin.web;

import fr.tocsin.pages.Mistakes;
import fr.tocsin.pages.Notice;
import fr.tocsin.signin.DeskSessions.Way;
import fr.tocsin.signin.MemberAccess;
import fr.tocsin.signin.SignedIn;
import fr.tocsin.signin.oidc.Provider;
import fr.tocsin.signin.web.InvitationPage.State;
import fr.tocsin.units.Invitation;
import fr.tocsin.units.Invitations;
import fr.tocsin.units.Member;
import fr.tocsin.units.Members;
import fr.tocsin.units.Units;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What the holder of an invitation or reset link sees and does.
@Controller
class InvitationController {

    private static final String MEMBER = "fr.tocsin.units.Member";
    private static final String PATH = "/desk/invitation/{token}";

    private final Invitations invitations;
    private final Members members;
    private final Units units;
    private final MemberAccess access;
    private final Provider provider;
    private final Door door;

    InvitationController(
            Invitations invitations,
            Members members,
            Units units,
            MemberAccess access,
            Provider provider,
            Door door) {
        this.invitations = invitations;
        this.members = members;
        this.units = units;
        this.access = access;
        this.provider = provider;
        this.door = door;
    }

    @GetMapping(PATH)
    String show(
            @PathVariable String token,
            @RequestAttribute(name = MEMBER, required = false) @Nullable Member visitor,
            HttpServletResponse response,
            Model model) {
        var invitation = invitations.read(token);
        return invitation.isEmpty()
                ? gone(response)
                : page(token, invitation.get(), visitor, "", Mistakes.NONE, model);
    }

    @PostMapping(PATH)
    String accept(
            @PathVariable String token,
            @RequestAttribute(name = MEMBER, required = false) @Nullable Member visitor,
            @RequestParam(defaultValue = "") String name,
            PasswordForm form,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var invitation = invitations.read(token);
        if (invitation.isEmpty()) {
            return gone(response);
        }
        var found = invitation.get();
        var state = state(found, visitor);
        if (state == State.ACCEPT && visitor != null) {
            return invitations.join(token, visitor.id()) ? "redirect:/desk" : gone(response);
        }
        if (state == State.SIGN_IN || state == State.SOMEBODY_ELSE) {
            return page(token, found, visitor, name, Mistakes.NONE, model);
        }
        var nameless = state == State.NEWCOMER && name.isBlank();
        var mistakes =
                form.check(
                        Mistakes.NONE
                                .andIf(nameless, "name", "signin.name.missing")
                                .andIf(
                                        name.length() > Member.LONGEST_NAME,
                                        "name",
                                        "signin.name.long",
                                        Member.LONGEST_NAME),
                        found.email());
        if (!mistakes.isEmpty()) {
            response.setStatus(422);
            return page(token, found, visitor, name, mistakes, model);
        }
        return state == State.RESET
                ? reset(token, form, request, response, redirect)
                : join(token, name, form, locale, request, response);
    }

    private String join(
            String token,
            String name,
            PasswordForm form,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Member> member;
        try {
            member = access.join(token, name, form.password(), locale);
        } catch (Members.EmailTaken | MemberAccess.LinkUsed atTheSameMoment) {
            return "redirect:/desk/invitation/" + token;
        }
        if (member.isEmpty()) {
            return gone(response);
        }
        door.open(request, response, member.get(), SignedIn.Stage.ENROLLING, Way.PASSWORD);
        return "redirect:/desk/second-factor";
    }

    private String reset(
            String token,
            PasswordForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        if (access.reset(token, form.password()).isEmpty()) {
            return gone(response);
        }
        door.close(request);
        Notice.done("signin.reset.done").on(redirect);
        return "redirect:/desk/sign-in";
    }

    private String page(
            String token,
            Invitation invitation,
            @Nullable Member visitor,
            String name,
            Mistakes mistakes,
            Model model) {
        var unit = units.find(invitation.unitId()).orElseThrow();
        model.addAttribute(
                "page",
                new InvitationPage(
                        state(invitation, visitor),
                        token,
                        unit.name(),
                        invitation.email(),
                        invitation.roles(),
                        name,
                        provider.name(),
                        mistakes));
        return "desk/invitation";
    }

    private State state(Invitation invitation, @Nullable Member visitor) {
        if (invitation.purpose() != Invitation.Purpose.JOIN) {
            return State.RESET;
        }
        var member = members.byEmail(invitation.email());
        if (member.isEmpty()) {
            return State.NEWCOMER;
        }
        if (visitor == null) {
            return State.SIGN_IN;
        }
        var signedIn = Door.who().filter(who -> who.stage() == SignedIn.Stage.DESK).isPresent();
        if (!visitor.id().equals(member.get().id())) {
            return State.SOMEBODY_ELSE;
        }
        return signedIn ? State.ACCEPT : State.SIGN_IN;
    }

    private static String gone(HttpServletResponse response) {
        response.setStatus(410);
        return "desk/invitation/gone";
    }
}
