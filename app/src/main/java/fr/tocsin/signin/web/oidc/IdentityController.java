package fr.tocsin.signin.web.oidc;

import fr.tocsin.pages.Notice;
import fr.tocsin.signin.AsksAgain;
import fr.tocsin.signin.Identities;
import fr.tocsin.signin.MemberAccess;
import fr.tocsin.signin.Passkeys;
import fr.tocsin.signin.oidc.Provider;
import fr.tocsin.signin.web.again.Freshness;
import fr.tocsin.units.Member;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Linking a member's account with their identity at the provider, and undoing it.
@Controller
class IdentityController {

    private static final String MEMBER = "fr.tocsin.units.Member";
    private static final String PATH = "/desk/account/identity";

    private final Provider provider;
    private final Identities identities;
    private final MemberAccess access;
    private final Passkeys passkeys;
    private final Freshness freshness;

    IdentityController(
            Provider provider,
            Identities identities,
            MemberAccess access,
            Passkeys passkeys,
            Freshness freshness) {
        this.provider = provider;
        this.identities = identities;
        this.access = access;
        this.passkeys = passkeys;
        this.freshness = freshness;
    }

    /// Only confirms who is there; the page then shows the way out.
    @PostMapping(PATH)
    @AsksAgain("signin.identity.link")
    String begin() {
        return "redirect:" + PATH;
    }

    @GetMapping(PATH)
    String wayOut(Model model) {
        if (!provider.offered()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (!freshness.fresh()) {
            return "redirect:/desk/account";
        }
        model.addAttribute("page", new IdentityPage(provider.name()));
        return "desk/account/identity";
    }

    @PostMapping(PATH + "/removal")
    @AsksAgain("signin.identity.unlink")
    String unlink(@RequestAttribute(MEMBER) Member member, RedirectAttributes redirect) {
        if (!access.hasPassword(member.id()) && passkeys.of(member.id()).isEmpty()) {
            Notice.failed("signin.identity.only").on(redirect);
        } else {
            identities.unlink(member.id(), provider.issuer());
            Notice.done("signin.identity.unlinked", provider.name()).on(redirect);
        }
        return "redirect:/desk/account";
    }
}
