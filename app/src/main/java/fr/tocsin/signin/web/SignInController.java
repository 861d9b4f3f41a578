package fr.tocsin.signin.web;

import fr.tocsin.audit.MemberDeeds;
import fr.tocsin.pages.Mistakes;
import fr.tocsin.pages.Notice;
import fr.tocsin.signin.Demonstration;
import fr.tocsin.signin.Demonstration.Guest;
import fr.tocsin.signin.SignedIn;
import fr.tocsin.signin.SigningIn;
import fr.tocsin.signin.SigningIn.Answer;
import fr.tocsin.units.Unit;
import fr.tocsin.units.Units;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
class SignInController {

    private final SigningIn signingIn;
    private final Door door;
    private final Units units;
    private final ObjectProvider<Demonstration> demonstration;
    private final MemberDeeds deeds;

    SignInController(
            SigningIn signingIn,
            Door door,
            Units units,
            ObjectProvider<Demonstration> demonstration,
            MemberDeeds deeds) {
        this.signingIn = signingIn;
        this.door = door;
        this.units = units;
        this.demonstration = demonstration;
        this.deeds = deeds;
    }

    @GetMapping("/desk/sign-in")
    String ask(@RequestParam(required = false) @Nullable String to, Model model) {
        var destination = SafeAddress.of(to);
        var who = Door.who();
        if (who.isPresent()) {
            return who.get().stage() == SignedIn.Stage.DESK
                    ? "redirect:" + destination
                    : "redirect:/desk/second-factor";
        }
        return page("", destination, Mistakes.NONE, model);
    }

    @PostMapping("/desk/sign-in")
    String answer(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var destination = SafeAddress.of(to);
        return switch (signingIn.password(email, password, request.getRemoteAddr())) {
            case Answer.Welcome welcome -> {
                door.open(request, response, welcome.member(), SignedIn.Stage.DESK);
                yield "redirect:" + destination;
            }
            case Answer.CodeAsked asked -> {
                door.await(request, asked.member(), destination);
                yield "redirect:/desk/sign-in/code";
            }
            case Answer.MustEnrol must -> {
                door.open(request, response, must.member(), SignedIn.Stage.ENROLLING);
                yield "redirect:/desk/second-factor";
            }
            case Answer.Wrong wrong -> {
                response.setStatus(422);
                var mistakes = Mistakes.NONE.and("email", "signin.wrong");
                yield page(email, destination, mistakes, model);
            }
            case Answer.TooMany tooMany -> {
                var mistakes = TooMany.say(tooMany.delay(), response);
                yield page(email, destination, mistakes, model);
            }
        };
    }

    @PostMapping("/desk/sign-out")
    String leave(HttpServletRequest request, RedirectAttributes redirect) {
        Door.who().ifPresent(who -> deeds.record(who.member(), "signed-out"));
        door.close(request);
        Notice.done("signin.out.done").on(redirect);
        return "redirect:/desk/sign-in";
    }

    private String page(String email, String to, Mistakes mistakes, Model model) {
        model.addAttribute("page", new SignInPage(email, to, mistakes, guests()));
        return "desk/sign-in";
    }

    /// Demonstration passwords are shown to everyone, but never beside real units.
    private List<Guest> guests() {
        var demo = demonstration.getIfAvailable();
        return demo != null && demo.loaded() && units.all().stream().allMatch(Unit::demo)
                ? demo.guests()
                : List.of();
    }
}
