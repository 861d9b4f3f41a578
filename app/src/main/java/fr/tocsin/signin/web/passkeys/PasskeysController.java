package fr.tocsin.signin.web.passkeys;

import fr.tocsin.pages.Mistakes;
import fr.tocsin.pages.Notice;
import fr.tocsin.signin.AsksAgain;
import fr.tocsin.signin.Passkeys;
import fr.tocsin.signin.web.Challenges;
import fr.tocsin.signin.web.again.Freshness;
import fr.tocsin.units.Member;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Adding, naming and removing passkeys. A key opens the account, so adding and removing one asks
/// again who is there.
@Controller
class PasskeysController {

    private static final String MEMBER = "fr.tocsin.units.Member";
    private static final String PATH = "/desk/account/passkeys";
    private static final String BACK = "redirect:" + PATH;

    private final Passkeys passkeys;
    private final Freshness freshness;

    PasskeysController(Passkeys passkeys, Freshness freshness) {
        this.passkeys = passkeys;
        this.freshness = freshness;
    }

    @GetMapping(PATH)
    String list(@RequestAttribute(MEMBER) Member member, HttpServletRequest request, Model model) {
        return page(member, "", Mistakes.NONE, request, model);
    }

    /// Only confirms who is there; the page then offers to make the key.
    @PostMapping(PATH + "/new")
    @AsksAgain("signin.passkey.add")
    String begin() {
        return BACK;
    }

    @PostMapping(PATH)
    @AsksAgain("signin.passkey.add")
    String add(
            @RequestAttribute(MEMBER) Member member,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        var challenge = Challenges.ENROL.take(request);
        var mistakes = named(name);
        if (mistakes.isEmpty()
                && (challenge.isEmpty()
                        || !passkeys.enrol(member, name, answer, challenge.get()))) {
            mistakes = mistakes.and("", "signin.passkey.refused");
        }
        if (!mistakes.isEmpty()) {
            response.setStatus(422);
            return page(member, name, mistakes, request, model);
        }
        Notice.done("signin.passkey.added", name.strip()).on(redirect);
        return BACK;
    }

    @PostMapping(PATH + "/{id}/name")
    String rename(
            @RequestAttribute(MEMBER) Member member,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        own(member, id);
        var mistakes = named(name);
        if (!mistakes.isEmpty()) {
            response.setStatus(422);
            return page(member, "", mistakes, request, model);
        }
        passkeys.rename(member.id(), id, name);
        return BACK;
    }

    @PostMapping(PATH + "/{id}/removal")
    @AsksAgain("signin.passkey.remove")
    String remove(
            @RequestAttribute(MEMBER) Member member,
            @PathVariable UUID id,
            RedirectAttributes redirect) {
        var name = own(member, id).name();
        if (passkeys.remove(member.id(), id)) {
            Notice.done("signin.passkey.removed", name).on(redirect);
        }
        return BACK;
    }

    private Passkeys.Passkey own(Member member, UUID id) {
        return passkeys.of(member.id()).stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Mistakes named(String name) {
        return Mistakes.NONE
                .andIf(name.isBlank(), "name", "signin.passkey.name.missing")
                .andIf(
                        name.strip().length() > Passkeys.LONGEST_NAME,
                        "name",
                        "signin.passkey.name.long",
                        Passkeys.LONGEST_NAME);
    }

    private String page(
            Member member,
            String name,
            Mistakes mistakes,
            HttpServletRequest request,
            Model model) {
        var question =
                freshness.fresh() ? Challenges.ENROL.ask(request, passkeys.toEnrol(member)) : "";
        var keys = passkeys.of(member.id());
        model.addAttribute("page", new PasskeysPage(keys, question, name, mistakes));
        return "desk/account/passkeys";
    }
}
