package fr.tocsin.signin.web.oidc;

import fr.tocsin.pages.Notice;
import fr.tocsin.signin.Identities;
import fr.tocsin.signin.SigningIn;
import fr.tocsin.signin.oidc.Arrival;
import fr.tocsin.signin.oidc.Journey;
import fr.tocsin.signin.oidc.Provider;
import fr.tocsin.signin.web.Door;
import fr.tocsin.signin.web.SafeAddress;
import fr.tocsin.units.Member;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Where the provider sends people back to, whatever they went for.
@Controller
class ArrivalController {

    private static final String MEMBER = "fr.tocsin.units.Member";

    private final Journeys journeys;
    private final Provider provider;
    private final Identities identities;
    private final Newcomers newcomers;
    private final Door door;

    ArrivalController(
            Journeys journeys,
            Provider provider,
            Identities identities,
            Newcomers newcomers,
            Door door) {
        this.journeys = journeys;
        this.provider = provider;
        this.identities = identities;
        this.newcomers = newcomers;
        this.door = door;
    }

    @GetMapping(Provider.BACK)
    String back(
            @RequestParam Map<String, String> parameters,
            @RequestAttribute(name = MEMBER, required = false) @Nullable Member visitor,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var journey = journeys.end(request);
        if (journey.isEmpty() || !provider.offered()) {
            Notice.note("signin.oidc.late").on(redirect);
            return "redirect:/desk/sign-in";
        }
        var origin = Journeys.origin(journey.get());
        var attempt = identities.attempt(request.getRemoteAddr());
        if (attempt.delay().isPresent()) {
            Notice.failed("signin.too.many", SigningIn.minutes(attempt.delay().get())).on(redirect);
            return "redirect:" + origin;
        }
        return switch (provider.arrival(journey.get(), parameters)) {
            case Arrival.Refused(var reason) -> {
                Notice.failed("signin.oidc." + reason, provider.name()).on(redirect);
                yield "redirect:" + origin;
            }
            case Arrival.Identified who -> {
                identities.succeeded(attempt);
                yield recognised(journey.get(), who, visitor, request, response, redirect);
            }
        };
    }

    private String recognised(
            Journey journey,
            Arrival.Identified who,
            @Nullable Member visitor,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return switch (journey.purpose()) {
            case SIGN_IN -> {
                var member = identities.owner(who.identity());
                if (member.isEmpty()) {
                    Notice.failed("signin.oidc.unknown", provider.name()).on(redirect);
                    yield "redirect:/desk/sign-in";
                }
                door.openByProvider(request, response, member.get(), who.idToken());
                yield "redirect:" + SafeAddress.of(journey.detail());
            }
            case JOIN -> newcomers.join(journey.detail(), who, request, response, redirect);
            case LINK -> {
                if (visitor == null || !identities.link(visitor.id(), who.identity())) {
                    Notice.failed("signin.oidc.taken", provider.name()).on(redirect);
                } else {
                    Notice.done("signin.identity.linked", provider.name()).on(redirect);
                }
                yield "redirect:/desk/account";
            }
            case CONFIRM -> {
                if (visitor != null
                        && identities.owner(who.identity()).filter(visitor::equals).isPresent()) {
                    door.confirm(request, response);
                } else {
                    Notice.failed("signin.oidc.other", provider.name()).on(redirect);
                }
                yield "redirect:/desk/again";
            }
        };
    }
}
