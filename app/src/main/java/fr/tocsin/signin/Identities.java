package fr.tocsin.signin;

import fr.tocsin.signin.Throttle.Leave;
import fr.tocsin.signin.Throttle.Purpose;
import fr.tocsin.signin.oidc.Arrival.Identity;
import fr.tocsin.units.Invitations;
import fr.tocsin.units.Member;
import fr.tocsin.units.MemberId;
import fr.tocsin.units.Members;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who members are at the identity provider. An identity becomes a member's by an invitation or by
/// the member's own hand, never because an e-mail address looks the same.
@Service
public class Identities {

    private final JdbcClient jdbc;
    private final Members members;
    private final Invitations invitations;
    private final Throttle throttle;
    private final Clock clock;

    Identities(
            JdbcClient jdbc,
            Members members,
            Invitations invitations,
            Throttle throttle,
            Clock clock) {
        this.jdbc = jdbc;
        this.members = members;
        this.invitations = invitations;
        this.throttle = throttle;
        this.clock = clock;
    }

    /// One return from the provider, counted before it is believed.
    ///
    /// @param delay how long to wait; empty when it may be checked
    public record Attempt(long id, Optional<Duration> delay) {}

    public Attempt attempt(String address) {
        return switch (throttle.ask(Purpose.PROVIDER, address, address)) {
            case Leave.Refused(var delay) -> new Attempt(0, Optional.of(delay));
            case Leave.Granted(var id) -> new Attempt(id, Optional.empty());
        };
    }

    /// The return was true.
    public void succeeded(Attempt attempt) {
        throttle.succeeded(new Leave.Granted(attempt.id()));
    }

    /// The member with this identity, who is noted as having been there now.
    public Optional<Member> owner(Identity identity) {
        return jdbc.sql(
                        """
                        UPDATE identity SET used_at = :now WHERE issuer = :issuer AND subject = :subject
                        RETURNING member_id
                        """)
                .param("issuer", identity.issuer())
                .param("subject", identity.subject())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional()
                .flatMap(id -> members.find(new MemberId(id)));
    }

    /// Whether the member is known there.
    public boolean linked(MemberId member, String issuer) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM identity WHERE member_id = :member AND issuer = :issuer)")
                .param("member", member.value())
                .param("issuer", issuer)
                .query(Boolean.class)
                .single();
    }

    /// Makes the identity the member's, in place of an earlier one at the same provider. False when
    /// it is somebody else's.
    public boolean link(MemberId member, Identity identity) {
        try {
            return jdbc.sql(
                                    """
                                    INSERT INTO identity (issuer, subject, member_id, linked_at)
                                    VALUES (:issuer, :subject, :member, :now)
                                    ON CONFLICT (member_id, issuer) DO UPDATE
                                       SET subject = excluded.subject, linked_at = excluded.linked_at
                                    """)
                            .param("issuer", identity.issuer())
                            .param("subject", identity.subject())
                            .param("member", member.value())
                            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                            .update()
                    == 1;
        } catch (DuplicateKeyException somebodyElses) {
            return false;
        }
    }

    /// Accepts an invitation as a new member without password. Empty when the link was used or
    /// withdrawn meanwhile; then nothing is kept.
    ///
    /// @throws Members.EmailTaken when the person became a member meanwhile
    @Transactional
    public Optional<Member> join(Identity identity, String token, String name, Locale language) {
        var invitation = invitations.read(token);
        if (invitation.isEmpty()) {
            return Optional.empty();
        }
        var member = members.add(invitation.get().email(), name, language, false);
        if (!invitations.join(token, member.id()) || !link(member.id(), identity)) {
            throw new MemberAccess.LinkUsed();
        }
        return Optional.of(member);
    }

    public void unlink(MemberId member, String issuer) {
        jdbc.sql("DELETE FROM identity WHERE member_id = :member AND issuer = :issuer")
                .param("member", member.value())
                .param("issuer", issuer)
                .update();
    }

    void forget(MemberId member) {
        jdbc.sql("DELETE FROM identity WHERE member_id = :member")
                .param("member", member.value())
                .update();
    }
}
