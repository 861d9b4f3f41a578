package fr.tocsin.signin.web.oidc;

import fr.tocsin.pages.Notice;
import fr.tocsin.signin.oidc.Provider;
import fr.tocsin.signin.web.Door;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Leaving: here at once, then at the provider if that is how one came (OpenID Connect RP-Initiated
/// Logout 1.0).
@Controller
class SignOutController {

    private static final String STATE = "tocsin.farewell.state";
    private static final String ADDRESS = "tocsin.farewell.address";

    private final Door door;
    private final Provider provider;

    SignOutController(Door door, Provider provider) {
        this.door = door;
        this.provider = provider;
    }

    @PostMapping("/desk/sign-out")
    String leave(HttpServletRequest request, RedirectAttributes redirect) {
        var idToken = Door.idToken(request);
        door.leave(request);
        var state = UUID.randomUUID().toString(); // 36 characters; ProConnect asks for 32
        var address = idToken.flatMap(token -> provider.farewell(token, state));
        if (address.isPresent()) {
            var session = request.getSession();
            session.setAttribute(STATE, state);
            session.setAttribute(ADDRESS, address.get().toString());
            return "redirect:/desk/sign-in/oidc/farewell";
        }
        Notice.done("signin.out.done").on(redirect);
        return "redirect:/desk/sign-in";
    }

    /// A page in between: the policy of our pages lets no form end on another server.
    @GetMapping("/desk/sign-in/oidc/farewell")
    String farewell(HttpServletRequest request, Model model) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(ADDRESS) instanceof String address)) {
            return "redirect:/desk/sign-in";
        }
        session.removeAttribute(ADDRESS);
        model.addAttribute("page", new FarewellPage(provider.name(), address));
        return "desk/sign-in/farewell";
    }

    @GetMapping(Provider.OUT)
    String out(
            @RequestParam(defaultValue = "") String state,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var session = request.getSession(false);
        if (session != null && state.equals(session.getAttribute(STATE))) {
            session.removeAttribute(STATE);
            Notice.done("signin.out.done").on(redirect);
        }
        return "redirect:/desk/sign-in";
    }
}
