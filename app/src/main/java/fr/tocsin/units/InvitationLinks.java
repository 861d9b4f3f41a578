package fr.tocsin.units;

import fr.tocsin.units.Invitation.Purpose;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of invitations, found by the hash of their token.
@Repository
class InvitationLinks {

    private static final String COLUMNS =
            "id, unit_id, purpose, email, roles, member_id, expires_at";

    /// A reset link dies as soon as its member works elsewhere too, or no longer here; an
    /// invitation to join, as soon as who wrote it is no administrator of the unit any more.
    private static final String OPEN =
            """
            used_at IS NULL AND withdrawn_at IS NULL AND expires_at > :now
            AND CASE purpose
                WHEN 'JOIN' THEN EXISTS (
                    SELECT FROM membership m
                     WHERE m.member_id = invitation.invited_by AND m.unit_id = invitation.unit_id
                       AND 'ADMINISTRATOR' = ANY(m.roles))
                ELSE ARRAY[unit_id] =
                    ARRAY(SELECT m.unit_id FROM membership m WHERE m.member_id = invitation.member_id)
                END
            """;

    private final JdbcClient jdbc;

    InvitationLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Invitation invitation, String token, MemberId by, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO invitation (id, token_hash, unit_id, purpose, email, roles, member_id,
                                                invited_by, created_at, expires_at)
                        VALUES (:id, :hash, :unit, :purpose, :email, :roles, :member, :by, :now, :expires)
                        """)
                .param("id", invitation.id())
                .param("hash", hash(token))
                .param("unit", invitation.unitId().value())
                .param("purpose", invitation.purpose().name())
                .param("email", invitation.email())
                .param("roles", Rows.names(invitation.roles()))
                .param("member", invitation.memberId().map(MemberId::value).orElse(null))
                .param("by", by.value())
                .param("now", at(now))
                .param("expires", at(invitation.expires()))
                .update();
    }

    List<Invitation> open(UnitId unit, Instant now) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM invitation WHERE unit_id = :unit AND "
                                + OPEN
                                + " ORDER BY created_at DESC")
                .param("unit", unit.value())
                .param("now", at(now))
                .query(InvitationLinks::invitation)
                .list();
    }

    Optional<Invitation> find(String token, Instant now) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM invitation WHERE token_hash = :hash AND "
                                + OPEN)
                .param("hash", hash(token))
                .param("now", at(now))
                .query(InvitationLinks::invitation)
                .optional();
    }

    Optional<Invitation> use(String token, Instant now) {
        return jdbc.sql(
                        "UPDATE invitation SET used_at = :now WHERE token_hash = :hash AND "
                                + OPEN
                                + " RETURNING "
                                + COLUMNS)
                .param("hash", hash(token))
                .param("now", at(now))
                .query(InvitationLinks::invitation)
                .optional();
    }

    /// Gives the e-mail address of what was withdrawn.
    Optional<String> withdraw(UnitId unit, UUID id, Instant now) {
        return jdbc.sql(
                        "UPDATE invitation SET withdrawn_at = :now WHERE id = :id AND unit_id = :unit AND "
                                + OPEN
                                + " RETURNING email")
                .param("id", id)
                .param("unit", unit.value())
                .param("now", at(now))
                .query(String.class)
                .optional();
    }

    /// Makes every open reset link of a member worthless.
    void withdrawResets(MemberId member, Instant now) {
        jdbc.sql(
                        """
                        UPDATE invitation SET withdrawn_at = :now
                         WHERE member_id = :member AND used_at IS NULL AND withdrawn_at IS NULL
                        """)
                .param("member", member.value())
                .param("now", at(now))
                .update();
    }

    private static Invitation invitation(ResultSet row, int number) throws SQLException {
        return new Invitation(
                row.getObject("id", UUID.class),
                new UnitId(row.getObject("unit_id", UUID.class)),
                Purpose.valueOf(row.getString("purpose")),
                row.getString("email"),
                Rows.roles(row),
                Optional.ofNullable(row.getObject("member_id", UUID.class)).map(MemberId::new),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /// The token is 256 random bits: a plain hash cannot be turned back.
    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
