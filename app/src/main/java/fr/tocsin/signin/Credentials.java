package fr.tocsin.signin;

import fr.tocsin.units.MemberId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows with which members prove who they are.
@Repository
class Credentials {

    private final JdbcClient jdbc;

    Credentials(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Credential(String passwordHash, Instant changed) {}

    /// The second factor's sealed secret, confirmed or still shown to be confirmed.
    enum Secret {
        CONFIRMED("totp"),
        PENDING("totp_pending");

        private final String column;

        Secret(String column) {
            this.column = column;
        }
    }

    Optional<Credential> find(MemberId member) {
        return jdbc.sql(
                        """
                        SELECT password_hash, changed_at FROM credential WHERE member_id = :member
                        """)
                .param("member", member.value())
                .query((row, number) ->
                        new Credential(
                                row.getString("password_hash"),
                                row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    Optional<byte[]> secret(MemberId member, Secret which) {
        return jdbc.sql(
                        "SELECT %1$s FROM credential WHERE member_id = :member AND %1$s IS NOT NULL"
                                .formatted(which.column))
                .param("member", member.value())
                .query(byte[].class)
                .optional();
    }

    void password(MemberId member, String hash, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO credential (member_id, password_hash, changed_at)
                        VALUES (:member, :hash, :now)
                        ON CONFLICT (member_id) DO UPDATE
                           SET password_hash = excluded.password_hash, changed_at = excluded.changed_at
                        """)
                .param("member", member.value())
                .param("hash", hash)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void pending(MemberId member, byte[] sealed) {
        jdbc.sql("UPDATE credential SET totp_pending = :sealed WHERE member_id = :member")
                .param("member", member.value())
                .param("sealed", sealed)
                .update();
    }

    /// Makes the pending secret the valid one.
    boolean confirm(MemberId member, byte[] sealed, long step) {
        return jdbc.sql(
                                """
                                UPDATE credential SET totp = totp_pending, totp_pending = NULL, totp_step = :step
                                 WHERE member_id = :member AND totp_pending = :sealed
                                """)
                        .param("member", member.value())
                        .param("sealed", sealed)
                        .param("step", step)
                        .update()
                == 1;
    }

    /// Marks a code's time step as used; false when it, or a later one, already was.
    boolean useStep(MemberId member, long step) {
        return jdbc.sql(
                                """
                                UPDATE credential SET totp_step = :step
                                 WHERE member_id = :member AND (totp_step IS NULL OR totp_step < :step)
                                """)
                        .param("member", member.value())
                        .param("step", step)
                        .update()
                == 1;
    }

    void forgetSecondFactor(MemberId member) {
        jdbc.sql(
                        """
                        UPDATE credential SET totp = NULL, totp_pending = NULL, totp_step = NULL
                         WHERE member_id = :member
                        """)
                .param("member", member.value())
                .update();
    }
}
