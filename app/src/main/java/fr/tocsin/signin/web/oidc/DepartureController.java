package fr.tocsin.signin.web.oidc;

import fr.tocsin.signin.oidc.Journey.Purpose;
import fr.tocsin.signin.web.SafeAddress;
import fr.tocsin.signin.web.again.Freshness;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The links that lead to the provider. They are no forms, because the policy of our pages lets no
/// form end on another server.
@Controller
class DepartureController {

    private final Journeys journeys;
    private final Freshness freshness;

    DepartureController(Journeys journeys, Freshness freshness) {
        this.journeys = journeys;
        this.freshness = freshness;
    }

    @GetMapping("/desk/sign-in/oidc")
    String signIn(
            @RequestParam(required = false) @Nullable String to,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return journeys.begin(request, Purpose.SIGN_IN, SafeAddress.of(to), redirect);
    }

    @GetMapping("/desk/invitation/{token}/oidc")
    String join(
            @PathVariable String token, HttpServletRequest request, RedirectAttributes redirect) {
        return journeys.begin(request, Purpose.JOIN, token, redirect);
    }

    @GetMapping("/desk/account/identity/departure")
    String link(HttpServletRequest request, RedirectAttributes redirect) {
        return freshness.fresh()
                ? journeys.begin(request, Purpose.LINK, "", redirect)
                : "redirect:/desk/account";
    }

    @GetMapping("/desk/again/departure")
    String confirm(HttpServletRequest request, RedirectAttributes redirect) {
        return journeys.begin(request, Purpose.CONFIRM, "", redirect);
    }
}
