package fr.tocsin.signin.web;

import fr.tocsin.pages.Mistakes;
import fr.tocsin.signin.DeskSessions;
import fr.tocsin.signin.DeskSessions.Way;
import fr.tocsin.signin.SecondFactor;
import fr.tocsin.signin.SignedIn;
import fr.tocsin.signin.SigningIn;
import fr.tocsin.signin.SigningIn.Answer;
import fr.tocsin.units.Member;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/// Setting up the second factor: the first time before anything else, later on with the password.
@Controller
class SecondFactorController {

    private static final String MEMBER = "fr.tocsin.units.Member";

    private final SecondFactor secondFactor;
    private final SigningIn signingIn;
    private final DeskSessions sessions;
    private final Door door;
    private final MessageSource messages;

    SecondFactorController(
            SecondFactor secondFactor,
            SigningIn signingIn,
            DeskSessions sessions,
            Door door,
            MessageSource messages) {
        this.secondFactor = secondFactor;
        this.signingIn = signingIn;
        this.sessions = sessions;
        this.door = door;
        this.messages = messages;
    }

    @GetMapping("/desk/second-factor")
    String show(@RequestAttribute(MEMBER) Member member, Locale locale, Model model) {
        return anew(member, Mistakes.NONE, locale, model);
    }

    @PostMapping("/desk/second-factor")
    String confirm(
            @RequestAttribute(MEMBER) Member member,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        if (secondFactor.enrolled(member.id())) {
            var answer = signingIn.confirm(member, password, request.getRemoteAddr());
            if (answer instanceof Answer.TooMany tooMany) {
                return anew(member, TooMany.say(tooMany.delay(), response), locale, model);
            }
            if (answer instanceof Answer.Wrong) {
                response.setStatus(422);
                var mistakes = Mistakes.NONE.and("password", "signin.password.current.wrong");
                return anew(member, mistakes, locale, model);
            }
        }
        var codes = secondFactor.confirm(member.id(), code);
        if (codes.isEmpty()) {
            response.setStatus(422);
            var mistakes = Mistakes.NONE.and("code", "signin.enrol.wrong");
            return page(member, mistakes, locale, model);
        }
        door.open(request, response, member, SignedIn.Stage.DESK, Way.CODE);
        sessions.endAll(member.id(), request.getSession().getId());
        model.addAttribute("page", new RecoveryCodesPage(codes.get(), "/desk"));
        return "desk/second-factor/codes";
    }

    /// Whoever has not given the password sees no secret that anybody else may enrol with.
    private String anew(Member member, Mistakes mistakes, Locale locale, Model model) {
        if (secondFactor.enrolled(member.id())) {
            secondFactor.beginAnew(member);
        }
        return page(member, mistakes, locale, model);
    }

    private String page(Member member, Mistakes mistakes, Locale locale, Model model) {
        var enrolment = secondFactor.begin(member);
        var label = messages.getMessage("signin.enrol.qr", null, locale);
        var again = secondFactor.enrolled(member.id());
        model.addAttribute(
                "page",
                new EnrolmentPage(
                        enrolment.address(),
                        QrDrawing.svg(enrolment.address(), label),
                        enrolment.key(),
                        again,
                        mistakes));
        return "desk/second-factor";
    }
}
