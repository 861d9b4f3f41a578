package fr.tocsin.calendar;

import fr.tocsin.units.MemberId;
import fr.tocsin.units.UnitId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The addresses of feeds, found by the hash of their secret.
@Component
class FeedBook {

    private final JdbcClient jdbc;

    FeedBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Whose feed it is.
    record Holder(UUID feed, UnitId unit, MemberId member) {}

    void add(UnitId unit, MemberId member, String name, String secret, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO calendar_feed (id, unit_id, member_id, name, token_hash, created_at)
                        VALUES (:id, :unit, :member, :name, :hash, :now)
                        """)
                .param("id", UUID.randomUUID())
                .param("unit", unit.value())
                .param("member", member.value())
                .param("name", name)
                .param("hash", hash(secret))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The latest first.
    ///
    /// @param ofAll whether everybody's, or only the member's
    List<Feed> of(UnitId unit, MemberId member, boolean ofAll) {
        return jdbc.sql(
                        """
                        SELECT f.id, f.name, m.name AS member, f.created_at, f.read_at
                          FROM calendar_feed f JOIN member m ON m.id = f.member_id
                         WHERE f.unit_id = :unit AND (:ofAll OR f.member_id = :member)
                         ORDER BY f.created_at DESC LIMIT 200
                        """)
                .param("unit", unit.value())
                .param("member", member.value())
                .param("ofAll", ofAll)
                .query((row, n) -> {
                    var read = row.getObject("read_at", OffsetDateTime.class);
                    return new Feed(
                            row.getObject("id", UUID.class),
                            row.getString("name"),
                            row.getString("member"),
                            row.getObject("created_at", OffsetDateTime.class).toInstant(),
                            read == null ? null : read.toInstant());
                })
                .list();
    }

    int count(UnitId unit, MemberId member) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM calendar_feed WHERE unit_id = :unit AND member_id = :member
                        """)
                .param("unit", unit.value())
                .param("member", member.value())
                .query(Integer.class)
                .single();
    }

    boolean revoke(UnitId unit, MemberId member, boolean ofAll, UUID feed) {
        return jdbc.sql(
                                """
                                DELETE FROM calendar_feed
                                 WHERE unit_id = :unit AND id = :id AND (:ofAll OR member_id = :member)
                                """)
                        .param("unit", unit.value())
                        .param("id", feed)
                        .param("member", member.value())
                        .param("ofAll", ofAll)
                        .update()
                == 1;
    }

    /// Whose feed it is, for members who still work in its unit.
    Optional<Holder> holder(String secret) {
        return jdbc.sql(
                        """
                        SELECT f.id, f.unit_id, f.member_id
                          FROM calendar_feed f
                          JOIN membership m ON m.unit_id = f.unit_id AND m.member_id = f.member_id
                         WHERE f.token_hash = :hash
                        """)
                .param("hash", hash(secret))
                .query((row, n) ->
                        new Holder(
                                row.getObject("id", UUID.class),
                                new UnitId(row.getObject("unit_id", UUID.class)),
                                new MemberId(row.getObject("member_id", UUID.class))))
                .optional();
    }

    /// Once an hour is enough to tell a feed that is read from one that is forgotten.
    void read(UUID feed, Instant now) {
        jdbc.sql(
                        """
                        UPDATE calendar_feed SET read_at = :now
                         WHERE id = :id AND (read_at IS NULL OR read_at < :now - interval '1 hour')
                        """)
                .param("id", feed)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
