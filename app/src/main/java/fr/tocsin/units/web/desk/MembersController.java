package fr.tocsin.units.web.desk;

import fr.tocsin.pages.Mistakes;
import fr.tocsin.pages.Notice;
import fr.tocsin.settings.Settings;
import fr.tocsin.units.Acts;
import fr.tocsin.units.EmailAddresses;
import fr.tocsin.units.Invitation.Issued;
import fr.tocsin.units.Invitations;
import fr.tocsin.units.MemberId;
import fr.tocsin.units.Memberships;
import fr.tocsin.units.Officer;
import fr.tocsin.units.Role;
import fr.tocsin.units.web.desk.MembersPage.InviteForm;
import fr.tocsin.units.web.desk.MembersPage.Link;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Who works in the unit: invite, change roles, remove, help back in.
@Controller
class MembersController {

    private static final String PATH = "/desk/{unit}/members";

    private final Memberships memberships;
    private final Invitations invitations;
    private final Acts acts;
    private final Settings settings;

    MembersController(
            Memberships memberships, Invitations invitations, Acts acts, Settings settings) {
        this.memberships = memberships;
        this.invitations = invitations;
        this.acts = acts;
        this.settings = settings;
    }

    @GetMapping(PATH)
    String list(Officer officer, Model model) {
        officer.require(Role.ADMINISTRATOR);
        return page(officer, InviteForm.EMPTY, Optional.empty(), Mistakes.NONE, model);
    }

    /// Answers with the page itself, not with a redirect: the link is shown this once and kept
    /// nowhere.
    @PostMapping(PATH + "/invitations")
    String invite(Officer officer, InviteForm form, HttpServletResponse response, Model model) {
        officer.require(Role.ADMINISTRATOR);
        var email = form.email() == null ? "" : form.email().strip();
        var here =
                memberships.in(officer.unitId()).stream()
                        .anyMatch(known -> known.member().email().equalsIgnoreCase(email));
        var mistakes =
                Mistakes.NONE
                        .andIf(!EmailAddresses.plausible(email), "email", "units.email.wrong")
                        .andIf(here, "email", "units.email.here")
                        .andIf(form.roles().isEmpty(), "roles", "units.roles.none");
        if (!mistakes.isEmpty()) {
            response.setStatus(422);
            return page(
                    officer,
                    new InviteForm(email, form.roles()),
                    Optional.empty(),
                    mistakes,
                    model);
        }
        var issued = invitations.invite(officer, email, form.roles());
        return page(officer, InviteForm.EMPTY, Optional.of(link(issued)), Mistakes.NONE, model);
    }

    @PostMapping(PATH + "/invitations/{id}/withdrawal")
    String withdraw(Officer officer, @PathVariable UUID id, RedirectAttributes redirect) {
        officer.require(Role.ADMINISTRATOR);
        if (invitations.withdraw(officer, id)) {
            Notice.done("units.invitation.withdrawn").on(redirect);
        }
        return back(officer);
    }

    @PostMapping(PATH + "/{member}/roles")
    String change(
            Officer officer,
            @PathVariable UUID member,
            @RequestParam(required = false, defaultValue = "") Set<Role> roles,
            RedirectAttributes redirect) {
        officer.require(Role.ADMINISTRATOR);
        say(
                memberships.change(officer, new MemberId(member), roles),
                "units.roles.changed",
                redirect);
        return back(officer);
    }

    @PostMapping(PATH + "/{member}/removal")
    String remove(Officer officer, @PathVariable UUID member, RedirectAttributes redirect) {
        officer.require(Role.ADMINISTRATOR);
        var change = memberships.remove(officer, new MemberId(member));
        say(change, "units.removed", redirect);
        var left = change == Memberships.Change.DONE && member.equals(officer.member().value());
        return left ? "redirect:/desk" : back(officer);
    }

    @PostMapping(PATH + "/{member}/reset-link")
    String reset(
            Officer officer,
            @PathVariable UUID member,
            @RequestParam(defaultValue = "false") boolean secondFactor,
            HttpServletResponse response,
            Model model) {
        officer.require(Role.ADMINISTRATOR);
        var issued = invitations.reset(officer, new MemberId(member), secondFactor);
        var mistakes = Mistakes.NONE.andIf(issued.isEmpty(), "", "units.reset.elsewhere");
        if (issued.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return page(officer, InviteForm.EMPTY, issued.map(this::link), mistakes, model);
    }

    private static void say(Memberships.Change change, String done, RedirectAttributes redirect) {
        switch (change) {
            case DONE -> Notice.done(done).on(redirect);
            case LAST_ADMINISTRATOR -> Notice.failed("units.last.administrator").on(redirect);
            case NO_ROLE -> Notice.failed("units.roles.none").on(redirect);
            case STRANGER -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private Link link(Issued issued) {
        var address = settings.publicUrl() + "/desk/invitation/" + issued.token();
        return new Link(issued.invitation(), address);
    }

    private static String back(Officer officer) {
        return "redirect:" + home(officer);
    }

    private static String home(Officer officer) {
        return "/desk/" + officer.unit().slug() + "/members";
    }

    private String page(
            Officer officer,
            InviteForm form,
            Optional<Link> issued,
            Mistakes mistakes,
            Model model) {
        var unit = officer.unitId();
        model.addAttribute(
                "page",
                new MembersPage(
                        home(officer),
                        memberships.in(unit),
                        invitations.open(unit),
                        acts.latest(unit),
                        form,
                        issued,
                        mistakes));
        return "desk/members";
    }
}
