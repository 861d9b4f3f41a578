package fr.tocsin.signin.web.oidc;

import fr.tocsin.pages.Notice;
import fr.tocsin.signin.oidc.Journey;
import fr.tocsin.signin.oidc.Journey.Purpose;
import fr.tocsin.signin.oidc.Provider;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Journeys in the session of whoever makes them: the latest counts, and each is good for one
/// return.
@Component
class Journeys {

    private static final String UNDER_WAY = "tocsin.journey";

    private final Provider provider;

    Journeys(Provider provider) {
        this.provider = provider;
    }

    /// @return the redirect to the provider, or back with a notice when it does not answer
    String begin(
            HttpServletRequest request,
            Purpose purpose,
            String detail,
            RedirectAttributes redirect) {
        if (!provider.offered()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var journey = provider.prepare(purpose, detail);
        var address = provider.departure(journey);
        if (address.isEmpty()) {
            Notice.failed("signin.oidc.UNREACHABLE", provider.name()).on(redirect);
            return "redirect:" + origin(journey);
        }
        request.getSession().setAttribute(UNDER_WAY, journey);
        return "redirect:" + address.get();
    }

    Optional<Journey> end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(UNDER_WAY) instanceof Journey journey)) {
            return Optional.empty();
        }
        session.removeAttribute(UNDER_WAY);
        return Optional.of(journey);
    }

    /// Where somebody stood before they left.
    static String origin(Journey journey) {
        return switch (journey.purpose()) {
            case SIGN_IN -> "/desk/sign-in";
            case JOIN -> "/desk/invitation/" + journey.detail();
            case LINK -> "/desk/account";
            case CONFIRM -> "/desk/again";
        };
    }
}
