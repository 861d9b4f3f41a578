package fr.tocsin.signin.web;

import fr.tocsin.pages.Mistakes;
import fr.tocsin.pages.Notice;
import fr.tocsin.signin.DeskSessions.Way;
import fr.tocsin.signin.SecondFactor;
import fr.tocsin.signin.SignedIn;
import fr.tocsin.signin.SigningIn;
import fr.tocsin.signin.SigningIn.Answer;
import fr.tocsin.units.MemberId;
import fr.tocsin.units.Members;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The second step of signing in.
@Controller
class CodeController {

    private final SigningIn signingIn;
    private final SecondFactor secondFactor;
    private final Members members;
    private final Door door;

    CodeController(SigningIn signingIn, SecondFactor secondFactor, Members members, Door door) {
        this.signingIn = signingIn;
        this.secondFactor = secondFactor;
        this.members = members;
        this.door = door;
    }

    @GetMapping("/desk/sign-in/code")
    String ask(
            @RequestParam(defaultValue = "false") boolean recovery,
            HttpServletRequest request,
            RedirectAttributes redirect,
            Model model) {
        if (door.pending(request).isEmpty()) {
            return again(redirect);
        }
        model.addAttribute("page", new CodePage(recovery, Mistakes.NONE));
        return "desk/sign-in/code";
    }

    @PostMapping("/desk/sign-in/code")
    String answer(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "false") boolean recovery,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var pending = door.pending(request);
        var member = pending.flatMap(half -> members.find(new MemberId(half.member())));
        if (pending.isEmpty() || member.isEmpty()) {
            return again(redirect);
        }
        var since = pending.get().since();
        var answer = signingIn.code(member.get(), code, since, request.getRemoteAddr());
        if (answer instanceof Answer.Welcome welcome) {
            door.open(request, response, welcome.member(), SignedIn.Stage.DESK, Way.CODE);
            if (recovery) {
                var left = secondFactor.recoveryCodesLeft(welcome.member().id());
                Notice.warning("signin.recovery.left", left).on(redirect);
            }
            return "redirect:" + pending.get().to();
        }
        var mistakes =
                answer instanceof Answer.TooMany tooMany
                        ? TooMany.say(tooMany.delay(), response)
                        : wrong(recovery, response);
        model.addAttribute("page", new CodePage(recovery, mistakes));
        return "desk/sign-in/code";
    }

    private static Mistakes wrong(boolean recovery, HttpServletResponse response) {
        response.setStatus(422);
        return Mistakes.NONE.and("code", recovery ? "signin.recovery.wrong" : "signin.code.wrong");
    }

    private static String again(RedirectAttributes redirect) {
        Notice.note("signin.code.late").on(redirect);
        return "redirect:/desk/sign-in";
    }
}
