package fr.tocsin.signin.web;

import fr.tocsin.pages.Mistakes;
import fr.tocsin.signin.Demonstration;
import fr.tocsin.signin.Demonstration.Guest;
import fr.tocsin.signin.DeskSessions.Way;
import fr.tocsin.signin.Passkeys;
import fr.tocsin.signin.SignedIn;
import fr.tocsin.signin.SigningIn;
import fr.tocsin.signin.SigningIn.Answer;
import fr.tocsin.signin.oidc.Provider;
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

@Controller
class SignInController {

    private final SigningIn signingIn;
    private final Passkeys passkeys;
    private final Provider provider;
    private final Door door;
    private final Units units;
    private final ObjectProvider<Demonstration> demonstration;

    SignInController(
            SigningIn signingIn,
            Passkeys passkeys,
            Provider provider,
            Door door,
            Units units,
            ObjectProvider<Demonstration> demonstration) {
        this.signingIn = signingIn;
        this.passkeys = passkeys;
        this.provider = provider;
        this.door = door;
        this.units = units;
        this.demonstration = demonstration;
    }

    @GetMapping("/desk/sign-in")
    String ask(
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            Model model) {
        var destination = SafeAddress.of(to);
        var who = Door.who();
        if (who.isPresent()) {
            return who.get().stage() == SignedIn.Stage.DESK
                    ? "redirect:" + destination
                    : "redirect:/desk/second-factor";
        }
        return page("", destination, Mistakes.NONE, request, model);
    }

    @PostMapping("/desk/sign-in/passkey")
    String answerWithPasskey(
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var destination = SafeAddress.of(to);
        var challenge = Challenges.SIGN_IN.take(request);
        var result =
                challenge.isEmpty()
                        ? new Answer.Wrong()
                        : passkeys.signIn(answer, challenge.get(), request.getRemoteAddr());
        if (result instanceof Answer.Welcome(var member)) {
            door.open(request, response, member, SignedIn.Stage.DESK, Way.PASSKEY);
            return "redirect:" + destination;
        }
        if (result instanceof Answer.TooMany(var delay)) {
            return page("", destination, TooMany.say(delay, response), request, model);
        }
        response.setStatus(422);
        var mistakes = Mistakes.NONE.and("", "signin.passkey.wrong");
        return page("", destination, mistakes, request, model);
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
                door.open(request, response, welcome.member(), SignedIn.Stage.DESK, Way.PASSWORD);
                yield "redirect:" + destination;
            }
            case Answer.CodeAsked asked -> {
                door.await(request, asked.member(), destination);
                yield "redirect:/desk/sign-in/code";
            }
            case Answer.MustEnrol must -> {
                door.open(request, response, must.member(), SignedIn.Stage.ENROLLING, Way.PASSWORD);
                yield "redirect:/desk/second-factor";
            }
            case Answer.Wrong wrong -> {
                response.setStatus(422);
                var mistakes = Mistakes.NONE.and("email", "signin.wrong");
                yield page(email, destination, mistakes, request, model);
            }
            case Answer.TooMany tooMany -> {
                var mistakes = TooMany.say(tooMany.delay(), response);
                yield page(email, destination, mistakes, request, model);
            }
        };
    }

    private String page(
            String email, String to, Mistakes mistakes, HttpServletRequest request, Model model) {
        var question = Challenges.SIGN_IN.ask(request, passkeys.toSignIn());
        model.addAttribute(
                "page", new SignInPage(email, to, question, provider.name(), mistakes, guests()));
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
