package fr.tocsin.signin.web.oidc;

import fr.tocsin.pages.Notice;
import fr.tocsin.signin.Identities;
import fr.tocsin.signin.MemberAccess;
import fr.tocsin.signin.oidc.Arrival;
import fr.tocsin.signin.oidc.Provider;
import fr.tocsin.signin.web.Door;
import fr.tocsin.units.Invitation;
import fr.tocsin.units.Invitations;
import fr.tocsin.units.Member;
import fr.tocsin.units.Members;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Lets an invited person in whom the provider has recognised. The invitation says who it is for;
/// what the provider says of e-mail addresses is not even read.
@Component
class Newcomers {

    private static final int LONGEST_NAME = 100;

    private final Invitations invitations;
    private final Members members;
    private final Identities identities;
    private final Provider provider;
    private final Door door;

    Newcomers(
            Invitations invitations,
            Members members,
            Identities identities,
            Provider provider,
            Door door) {
        this.invitations = invitations;
        this.members = members;
        this.identities = identities;
        this.provider = provider;
        this.door = door;
    }

    String join(
            String token,
            Arrival.Identified who,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        var page = "redirect:/desk/invitation/" + token;
        var invitation =
                invitations.read(token).filter(found -> found.purpose() == Invitation.Purpose.JOIN);
        if (invitation.isEmpty()) {
            return page;
        }
        var known = identities.owner(who.identity());
        if (known.isPresent()) { // signed in, the page says whether the invitation is theirs
            door.openByProvider(request, response, known.get(), who.idToken());
            return page;
        }
        if (members.byEmail(invitation.get().email()).isPresent()) {
            Notice.warning("signin.oidc.member", provider.name()).on(redirect);
            return page;
        }
        return joined(token, invitation.get(), who)
                .map(member -> {
                    door.openByProvider(request, response, member, who.idToken());
                    return "redirect:/desk";
                })
                .orElse(page);
    }

    private Optional<Member> joined(String token, Invitation invitation, Arrival.Identified who) {
        var email = invitation.email();
        var name =
                who.name()
                        .map(said -> said.replaceAll("\\p{Cntrl}", " ").strip())
                        .filter(said -> !said.isEmpty())
                        .orElse(email.substring(0, Math.max(1, email.indexOf('@'))));
        var bounded = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        try {
            return identities.join(who.identity(), token, bounded, LocaleContextHolder.getLocale());
        } catch (Members.EmailTaken | MemberAccess.LinkUsed atTheSameMoment) {
            return Optional.empty();
        }
    }
}
