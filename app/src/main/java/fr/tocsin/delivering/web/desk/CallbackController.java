package fr.tocsin.delivering.web.desk;

import fr.tocsin.delivering.Connecting;
import fr.tocsin.delivering.Network;
import fr.tocsin.units.Units;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// Where networks send a person back to: one address for all units, since it is registered with the
/// network. The `state` leads on to the unit, where the officer is known.
@Controller
class CallbackController {

    private final Connecting connecting;
    private final Units units;

    CallbackController(Connecting connecting, Units units) {
        this.connecting = connecting;
        this.units = units;
    }

    @GetMapping("/desk/accounts/callback/{network}")
    ModelAndView back(
            @PathVariable String network,
            @RequestParam(defaultValue = "") String state,
            HttpServletRequest request) {
        var unit =
                connecting
                        .unitOf(new Network(network), state)
                        .flatMap(units::find)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return AccountsController.seeOther(
                "/desk/%s/accounts/new/%s/answer?%s"
                        .formatted(unit.slug(), network, request.getQueryString()));
    }
}
