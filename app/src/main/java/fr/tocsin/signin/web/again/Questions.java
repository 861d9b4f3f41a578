package fr.tocsin.signin.web.again;

import fr.tocsin.pages.Mistakes;
import fr.tocsin.signin.Identities;
import fr.tocsin.signin.oidc.Provider;
import fr.tocsin.units.Member;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/// Puts together the page that asks, with the proofs that this member can give.
@Component
class Questions {

    private final Proofs proofs;
    private final Freshness freshness;
    private final Kept kept;
    private final Provider provider;
    private final Identities identities;

    Questions(
            Proofs proofs,
            Freshness freshness,
            Kept kept,
            Provider provider,
            Identities identities) {
        this.proofs = proofs;
        this.freshness = freshness;
        this.kept = kept;
        this.provider = provider;
        this.identities = identities;
    }

    AgainPage about(Kept.Form form, Member member, HttpServletRequest request) {
        return about(form, member, Mistakes.NONE, request);
    }

    AgainPage about(Kept.Form form, Member member, Mistakes mistakes, HttpServletRequest request) {
        var elsewhere =
                provider.offered()
                        && identities.linked(member.id(), provider.issuer())
                        && kept.keep(request, member.id(), form);
        return new AgainPage(
                form.act(),
                form.action(),
                form.sent(),
                freshness.fresh(),
                proofs.typed(member),
                proofs.passkey(member, request),
                elsewhere ? provider.name() : "",
                mistakes);
    }
}
