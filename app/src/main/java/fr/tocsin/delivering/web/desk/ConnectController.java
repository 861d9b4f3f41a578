package fr.tocsin.delivering.web.desk;

import fr.tocsin.delivering.Connecting;
import fr.tocsin.delivering.Connecting.Result;
import fr.tocsin.delivering.Connects;
import fr.tocsin.delivering.Network;
import fr.tocsin.pages.Mistakes;
import fr.tocsin.pages.Notice;
import fr.tocsin.signin.AsksAgain;
import fr.tocsin.units.Officer;
import fr.tocsin.units.Role;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriUtils;

/// Connects an account of any network: its form, the way to its consent page, and what comes back.
@Controller
@RequestMapping("/desk/{unit}/accounts/new/{network}")
class ConnectController {

    private final Connecting connecting;
    private final MessageSource messages;

    ConnectController(Connecting connecting, MessageSource messages) {
        this.connecting = connecting;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView form(Officer officer, @PathVariable String network) {
        officer.require(Role.ADMINISTRATOR);
        return form(officer, new Network(network), Map.of(), Mistakes.NONE, "");
    }

    @PostMapping
    @AsksAgain("accounts.connect.do")
    ModelAndView begin(
            Officer officer,
            @PathVariable String network,
            @RequestParam Map<String, String> typed,
            RedirectAttributes redirect) {
        officer.require(Role.ADMINISTRATOR);
        var wanted = new Network(network);
        var fields = fields(wanted);
        var answers = new HashMap<String, String>();
        for (var field : fields) {
            var answer = typed.getOrDefault(field.name(), "").strip();
            answers.put(field.name(), answer);
        }
        var result = connecting.begin(officer, wanted, answers);
        if (result instanceof Result.Refused(var field, var reason)) {
            fields.stream().filter(Connects.Field::secret).forEach(it -> answers.remove(it.name()));
            return form(
                    officer,
                    wanted,
                    answers,
                    Mistakes.NONE.and(field, ReasonWords.key(messages, reason)),
                    reason.detail());
        }
        return next(officer, wanted, result, redirect);
    }

    /// A POST may not lead to another origin (the policy of our pages forbids it): the way out is a
    /// link.
    @GetMapping("/consent")
    ModelAndView consent(
            Officer officer, @PathVariable String network, @RequestParam String state) {
        officer.require(Role.ADMINISTRATOR);
        var page =
                connecting
                        .consentPage(officer, state)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView(
                "desk/accounts/consent",
                "page",
                new ConsentPage(AccountsController.base(officer), new Network(network), page));
    }

    @GetMapping("/answer")
    ModelAndView finish(
            Officer officer,
            @PathVariable String network,
            @RequestParam Map<String, String> parameters,
            RedirectAttributes redirect) {
        officer.require(Role.ADMINISTRATOR);
        var wanted = new Network(network);
        fields(wanted);
        var result = connecting.finish(officer, wanted, parameters);
        if (result instanceof Result.Refused(var field, var reason)) {
            return form(
                    officer,
                    wanted,
                    Map.of(),
                    Mistakes.NONE.and("", ReasonWords.key(messages, reason)),
                    reason.detail());
        }
        return next(officer, wanted, result, redirect);
    }

    private ModelAndView next(
            Officer officer, Network network, Result result, RedirectAttributes redirect) {
        var base = AccountsController.base(officer);
        return switch (result) {
            case Result.Consent(var state) ->
                    AccountsController.seeOther(
                            "%s/new/%s/consent?state=%s"
                                    .formatted(
                                            base,
                                            network,
                                            UriUtils.encode(state, StandardCharsets.UTF_8)));
            case Result.Connected(var handle) -> {
                Notice.done("accounts.connected", handle).on(redirect);
                yield AccountsController.seeOther(base);
            }
            case Result.Refused refused ->
                    throw new IllegalStateException("a refusal is shown where it happens");
        };
    }

    private ModelAndView form(
            Officer officer,
            Network network,
            Map<String, String> typed,
            Mistakes mistakes,
            String said) {
        var page =
                new ConnectPage(
                        AccountsController.base(officer),
                        network,
                        fields(network),
                        Map.copyOf(typed),
                        mistakes,
                        said);
        var answer = new ModelAndView("desk/accounts/connect", "page", page);
        if (!mistakes.isEmpty()) {
            answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return answer;
    }

    private List<Connects.Field> fields(Network network) {
        return connecting
                .fields(network)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
