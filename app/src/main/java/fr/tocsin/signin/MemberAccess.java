package fr.tocsin.signin;

import fr.tocsin.audit.MemberDeeds;
import fr.tocsin.units.Invitation;
import fr.tocsin.units.Invitations;
import fr.tocsin.units.Member;
import fr.tocsin.units.MemberId;
import fr.tocsin.units.Members;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How a member comes to a password, and to a new one.
@Service
public class MemberAccess {

    private final Members members;
    private final Invitations invitations;
    private final Credentials credentials;
    private final Passwords passwords;
    private final Forgetting forgetting;
    private final DeskSessions sessions;
    private final MemberDeeds deeds;
    private final Clock clock;

    MemberAccess(
            Members members,
            Invitations invitations,
            Credentials credentials,
            Passwords passwords,
            Forgetting forgetting,
            DeskSessions sessions,
            MemberDeeds deeds,
            Clock clock) {
        this.members = members;
        this.invitations = invitations;
        this.credentials = credentials;
        this.passwords = passwords;
        this.forgetting = forgetting;
        this.sessions = sessions;
        this.deeds = deeds;
        this.clock = clock;
    }

    /// Sets a password that [PasswordRules] found nothing against, and ends the member's sessions.
    ///
    /// @param spared id of the session that goes on; null ends all
    @Transactional
    public void setPassword(MemberId member, String password, @Nullable String spared) {
        credentials.password(member, passwords.hash(password), clock.instant());
        deeds.record(member, "password-set");
        sessions.endAll(member, spared);
    }

    /// Whether the member has a password; who joined by the identity provider has none.
    public boolean hasPassword(MemberId member) {
        return credentials.find(member).isPresent();
    }

    /// Joins a unit as a new member. Empty when the link was used or withdrawn meanwhile; then
    /// nothing is kept.
    ///
    /// @throws Members.EmailTaken when the person became a member meanwhile: they must sign in
    ///   first
    @Transactional
    public Optional<Member> join(String token, String name, String password, Locale language) {
        var invitation = invitations.read(token);
        if (invitation.isEmpty()) {
            return Optional.empty();
        }
        var member = members.add(invitation.get().email(), name, language, false);
        if (!invitations.join(token, member.id())) {
            throw new LinkUsed();
        }
        setPassword(member.id(), password, null);
        return Optional.of(member);
    }

    /// Uses a reset link. Empty when it cannot be used any more.
    @Transactional
    public Optional<Member> reset(String token, String password) {
        var used = invitations.useToReset(token);
        used.ifPresent(invitation -> {
            var member = invitation.memberId().orElseThrow();
            setPassword(member, password, null);
            if (invitation.purpose() == Invitation.Purpose.RESET_ALL) {
                forgetting.everything(member);
            }
        });
        return used.flatMap(Invitation::memberId).flatMap(members::find);
    }

    /// Somebody was faster with the same link; rolls back what this one began.
    public static class LinkUsed extends RuntimeException {

        private static final long serialVersionUID = 1;

        LinkUsed() {
            super("the link was used at the same moment");
        }
    }
}
