package fr.tocsin.signin.web;

import fr.tocsin.pages.Mistakes;
import fr.tocsin.pages.Notice;
import fr.tocsin.signin.Identities;
import fr.tocsin.signin.MemberAccess;
import fr.tocsin.signin.Passkeys;
import fr.tocsin.signin.SecondFactor;
import fr.tocsin.signin.SigningIn;
import fr.tocsin.signin.SigningIn.Answer;
import fr.tocsin.signin.oidc.Provider;
import fr.tocsin.units.Member;
import fr.tocsin.units.Members;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What members change about themselves.
@Controller
class AccountController {

    private static final String MEMBER = "fr.tocsin.units.Member";

    private final Members members;
    private final MemberAccess access;
    private final SigningIn signingIn;
    private final SecondFactor secondFactor;
    private final Passkeys passkeys;
    private final Identities identities;
    private final Provider provider;

    AccountController(
            Members members,
            MemberAccess access,
            SigningIn signingIn,
            SecondFactor secondFactor,
            Passkeys passkeys,
            Identities identities,
            Provider provider) {
        this.members = members;
        this.access = access;
        this.signingIn = signingIn;
        this.secondFactor = secondFactor;
        this.passkeys = passkeys;
        this.identities = identities;
        this.provider = provider;
    }

    @GetMapping("/desk/account")
    String show(@RequestAttribute(MEMBER) Member member, Model model) {
        return page(member, Mistakes.NONE, model);
    }

    @PostMapping("/desk/account")
    String describe(
            @RequestAttribute(MEMBER) Member member,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "fr") String language,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var wished =
                new Member(member.id(), member.email(), name, Locale.of(language), member.demo());
        if (name.isBlank()) {
            response.setStatus(422);
            return page(wished, Mistakes.NONE.and("name", "signin.name.missing"), model);
        }
        if (name.length() > Member.LONGEST_NAME) {
            response.setStatus(422);
            var mistakes = Mistakes.NONE.and("name", "signin.name.long", Member.LONGEST_NAME);
            return page(wished, mistakes, model);
        }
        members.describe(member.id(), name, Locale.of(language));
        Notice.done("signin.account.saved").on(redirect);
        return "redirect:/desk/account";
    }

    @PostMapping("/desk/account/password")
    String changePassword(
            @RequestAttribute(MEMBER) Member member,
            @RequestParam(defaultValue = "") String current,
            PasswordForm form,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var mistakes = confirm(member, "current", current, request, response);
        if (mistakes.isEmpty()) {
            mistakes = form.check(mistakes, member.email());
        }
        if (!mistakes.isEmpty()) {
            return refused(member, mistakes, response, model);
        }
        access.setPassword(member.id(), form.password(), request.getSession().getId());
        Notice.done("signin.password.changed").on(redirect);
        return "redirect:/desk/account";
    }

    @PostMapping("/desk/account/recovery-codes")
    String renewRecoveryCodes(
            @RequestAttribute(MEMBER) Member member,
            @RequestParam(defaultValue = "") String confirmation,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var mistakes = confirm(member, "confirmation", confirmation, request, response);
        if (!mistakes.isEmpty()) {
            return refused(member, mistakes, response, model);
        }
        var codes = secondFactor.renewRecoveryCodes(member.id());
        model.addAttribute("page", new RecoveryCodesPage(codes, "/desk/account"));
        return "desk/second-factor/codes";
    }

    private Mistakes confirm(
            Member member,
            String field,
            String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (signingIn.confirm(member, password, request.getRemoteAddr())) {
            case Answer.TooMany tooMany -> TooMany.say(tooMany.delay(), response);
            case Answer.Wrong wrong -> Mistakes.NONE.and(field, "signin.password.current.wrong");
            case Answer.Welcome welcome -> Mistakes.NONE;
            case Answer.CodeAsked asked -> Mistakes.NONE;
            case Answer.MustEnrol must -> Mistakes.NONE;
        };
    }

    private String refused(
            Member member, Mistakes mistakes, HttpServletResponse response, Model model) {
        if (response.getStatus() != 429) {
            response.setStatus(422);
        }
        return page(member, mistakes, model);
    }

    private String page(Member member, Mistakes mistakes, Model model) {
        var enrolled = secondFactor.enrolled(member.id());
        model.addAttribute(
                "page",
                new AccountPage(
                        member.name(),
                        member.email(),
                        member.language().getLanguage(),
                        enrolled,
                        secondFactor.recoveryCodesLeft(member.id()),
                        access.hasPassword(member.id()),
                        passkeys.of(member.id()).size(),
                        provider.name(),
                        provider.offered() && identities.linked(member.id(), provider.issuer()),
                        mistakes));
        return "desk/account";
    }
}
