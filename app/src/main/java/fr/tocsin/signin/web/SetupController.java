package fr.tocsin.signin.web;

import fr.tocsin.pages.Mistakes;
import fr.tocsin.pages.Notice;
import fr.tocsin.signin.Demonstration;
import fr.tocsin.signin.DeskSessions.Way;
import fr.tocsin.signin.Setup;
import fr.tocsin.signin.Setup.Answer;
import fr.tocsin.signin.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The first visit: the code from the console, then the first unit or the demonstration.
@Controller
class SetupController {

    private static final String CODE = "tocsin.setup";

    private final Setup setup;
    private final Door door;
    private final ObjectProvider<Demonstration> demonstration;

    SetupController(Setup setup, Door door, ObjectProvider<Demonstration> demonstration) {
        this.setup = setup;
        this.door = door;
        this.demonstration = demonstration;
    }

    @GetMapping("/setup")
    String askCode(HttpServletRequest request, Model model) {
        if (!setup.needed()) {
            return "redirect:/desk";
        }
        if (code(request).isPresent()) {
            return "redirect:/setup/unit";
        }
        model.addAttribute("page", new SetupCodePage(Mistakes.NONE));
        return "setup";
    }

    @PostMapping("/setup")
    String checkCode(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var mistakes =
                switch (setup.check(code, request.getRemoteAddr())) {
                    case Answer.Right right -> Mistakes.NONE;
                    case Answer.Wrong wrong -> {
                        response.setStatus(422);
                        yield Mistakes.NONE.and("code", "signin.setup.code.wrong");
                    }
                    case Answer.TooMany tooMany -> TooMany.say(tooMany.delay(), response);
                };
        if (mistakes.isEmpty()) {
            request.getSession().setAttribute(CODE, code);
            return "redirect:/setup/unit";
        }
        model.addAttribute("page", new SetupCodePage(mistakes));
        return "setup";
    }

    @GetMapping("/setup/unit")
    String choose(HttpServletRequest request, Model model) {
        if (code(request).isEmpty()) {
            return "redirect:/setup";
        }
        return page(SetupForm.EMPTY, Mistakes.NONE, model);
    }

    @PostMapping("/setup/unit")
    String begin(
            SetupForm form,
            PasswordForm password,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var code = code(request);
        if (code.isEmpty()) {
            return tooLate(redirect);
        }
        var mistakes = password.check(form.check(), form.email());
        if (!mistakes.isEmpty()) {
            response.setStatus(422);
            return page(form, mistakes, model);
        }
        var member = setup.begin(code.get(), form.first(password.password(), locale));
        if (member.isEmpty()) {
            return tooLate(redirect);
        }
        door.open(request, response, member.get(), SignedIn.Stage.ENROLLING, Way.PASSWORD);
        return "redirect:/desk/second-factor";
    }

    @PostMapping("/setup/demonstration")
    String demonstrate(HttpServletRequest request, RedirectAttributes redirect) {
        var code = code(request);
        var demo = demonstration.getIfAvailable();
        if (code.isEmpty() || demo == null || !setup.demonstrate(code.get(), demo)) {
            return tooLate(redirect);
        }
        door.close(request);
        Notice.done("signin.setup.demo.done").on(redirect);
        return "redirect:/desk/sign-in";
    }

    private String page(SetupForm form, Mistakes mistakes, Model model) {
        var offered = demonstration.getIfAvailable() != null;
        model.addAttribute("page", new SetupPage(form, offered, mistakes));
        return "setup/unit";
    }

    private Optional<String> code(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                        && session.getAttribute(CODE) instanceof String code
                        && setup.holds(code)
                ? Optional.of(code)
                : Optional.empty();
    }

    private static String tooLate(RedirectAttributes redirect) {
        Notice.warning("signin.setup.late").on(redirect);
        return "redirect:/setup";
    }
}
