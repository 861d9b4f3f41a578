package fr.tocsin.signin;

import fr.tocsin.signin.Ceremony.Key;
import fr.tocsin.signin.Ceremony.Use;
import fr.tocsin.units.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows of passkeys; every change names the member.
@Repository
class PasskeyRows {

    private static final String SELECT =
            """
            SELECT id, member_id, credential_id, credential, sign_count, backup_eligible, backed_up,
                   name, created_at, used_at
              FROM passkey
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    PasskeyRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Row(UUID id, MemberId member, Key key, Passkeys.Passkey passkey) {

        byte[] credentialId() {
            return key.credentialId();
        }
    }

    /// False when the key is known already, whoever owns it.
    boolean add(MemberId member, String name, Key key) {
        return jdbc.sql(
                                """
                                INSERT INTO passkey (id, member_id, credential_id, credential, sign_count,
                                                     backup_eligible, backed_up, name, created_at)
                                VALUES (:id, :member, :credentialId, :credential, :count,
                                        :eligible, :backedUp, :name, :now)
                                ON CONFLICT (credential_id) DO NOTHING
                                """)
                        .param("id", UUID.randomUUID())
                        .param("member", member.value())
                        .param("credentialId", key.credentialId())
                        .param("credential", key.credential())
                        .param("count", key.signCount())
                        .param("eligible", key.backupEligible())
                        .param("backedUp", key.backedUp())
                        .param("name", name)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Row> find(byte[] credentialId) {
        return jdbc.sql(SELECT + " WHERE credential_id = :id")
                .param("id", credentialId)
                .query(PasskeyRows::row)
                .optional();
    }

    List<Row> of(MemberId member) {
        return jdbc.sql(SELECT + " WHERE member_id = :member ORDER BY created_at, id")
                .param("member", member.value())
                .query(PasskeyRows::row)
                .list();
    }

    /// Counts a signature. False when another with the same or a later count came first: then one
    /// of the two keys is a copy. Keys that do not count stay at zero (§6.1.1).
    boolean use(UUID id, Use use) {
        return jdbc.sql(
                                """
                                UPDATE passkey SET sign_count = :count, backed_up = :backedUp, used_at = :now
                                 WHERE id = :id AND (sign_count < :count OR sign_count = 0 AND :count = 0)
                                """)
                        .param("id", id)
                        .param("count", use.signCount())
                        .param("backedUp", use.backedUp())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    boolean rename(MemberId member, UUID id, String name) {
        return jdbc.sql("UPDATE passkey SET name = :name WHERE id = :id AND member_id = :member")
                        .param("id", id)
                        .param("member", member.value())
                        .param("name", name)
                        .update()
                == 1;
    }

    boolean remove(MemberId member, UUID id) {
        return jdbc.sql("DELETE FROM passkey WHERE id = :id AND member_id = :member")
                        .param("id", id)
                        .param("member", member.value())
                        .update()
                == 1;
    }

    void forget(MemberId member) {
        jdbc.sql("DELETE FROM passkey WHERE member_id = :member")
                .param("member", member.value())
                .update();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var key =
                new Key(
                        row.getBytes("credential_id"),
                        row.getBytes("credential"),
                        row.getLong("sign_count"),
                        row.getBoolean("backup_eligible"),
                        row.getBoolean("backed_up"));
        var passkey =
                new Passkeys.Passkey(
                        id,
                        row.getString("name"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("used_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant));
        return new Row(id, new MemberId(row.getObject("member_id", UUID.class)), key, passkey);
    }
}
