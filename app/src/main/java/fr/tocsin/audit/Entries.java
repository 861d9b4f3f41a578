package fr.tocsin.audit;

import fr.tocsin.units.UnitId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The entries. Only ever added to; the database refuses the rest.
@Repository
class Entries {

    private static final int AT_A_TIME = 500;

    private static final String FOUND =
            """
             FROM audit_entry
            WHERE unit_id = :unit
              AND (CAST(:member AS uuid) IS NULL OR member_id = CAST(:member AS uuid))
              AND (CAST(:act AS text) IS NULL OR act = CAST(:act AS text))
              AND (CAST(:from AS timestamptz) IS NULL OR at >= CAST(:from AS timestamptz))
              AND (CAST(:until AS timestamptz) IS NULL OR at < CAST(:until AS timestamptz))
              AND (CAST(:before AS bigint) IS NULL OR number < CAST(:before AS bigint))
            ORDER BY number DESC
            """;

    private final JdbcClient jdbc;
    private final JdbcClient streaming;

    Entries(DataSource source) {
        this.jdbc = JdbcClient.create(source);
        var inPortions = new JdbcTemplate(source);
        inPortions.setFetchSize(AT_A_TIME);
        this.streaming = JdbcClient.create(inPortions);
    }

    /// The deed with the name that its member has now.
    Deed named(Deed deed) {
        var member = deed.member();
        return member == null
                ? deed
                : jdbc.sql("SELECT name FROM member WHERE id = :id")
                        .param("id", member.value())
                        .query(String.class)
                        .optional()
                        .map(deed::by)
                        .orElse(deed);
    }

    /// Holds the end of the chain until the transaction ends.
    Head lock() {
        var query = "SELECT number, hash FROM audit_head FOR UPDATE";
        return jdbc.sql(query)
                .query(Chain::end)
                .optional()
                .orElseGet(() -> {
                    jdbc.sql(
                                    """
                                    INSERT INTO audit_head (only_one, number, hash) VALUES (true, 0, :nothing)
                                    ON CONFLICT (only_one) DO NOTHING
                                    """)
                            .param("nothing", bytes(Entry.NOTHING))
                            .update();
                    return jdbc.sql(query).query(Chain::end).single();
                });
    }

    void add(Entry entry) {
        jdbc.sql(
                        """
                        WITH moved AS (
                            UPDATE audit_head SET number = :number, hash = :hash WHERE number = :number - 1)
                        INSERT INTO audit_entry (number, at, act, unit_id, member_id, member, subject, about, address,
                                                 previous, hash)
                        VALUES (:number, :at, :act, :unit, :member, :name, :subject, :about, :address,
                                :previous, :hash)
                        """)
                .param("number", entry.number())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("act", entry.act())
                .param("unit", entry.unit())
                .param("member", entry.member())
                .param("name", entry.name())
                .param("subject", entry.subject())
                .param("about", entry.about())
                .param("address", entry.address())
                .param("previous", bytes(entry.previous()))
                .param("hash", bytes(entry.hash()))
                .update();
    }

    Head head() {
        return jdbc.sql("SELECT number, hash FROM audit_head")
                .query(Chain::end)
                .optional()
                .orElse(Head.NONE);
    }

    /// The newest first.
    List<Entry> find(UnitId unit, Search search, int most) {
        return asked(jdbc, unit, search, " LIMIT " + most).query(Chain::entry).list();
    }

    /// Hands over all that is found, the newest first, in portions. Within a transaction only.
    void each(UnitId unit, Search search, Consumer<Entry> consumer) {
        asked(streaming, unit, search, "")
                .query(row -> {
                    consumer.accept(Chain.entry(row, 0));
                });
    }

    private static JdbcClient.StatementSpec asked(
            JdbcClient client, UnitId unit, Search search, String limit) {
        return client.sql("SELECT " + Chain.COLUMNS + FOUND + limit)
                .param("unit", unit.value())
                .param("member", search.member())
                .param("act", search.act())
                .param("from", at(search.from()))
                .param("until", at(search.until()))
                .param("before", search.before());
    }

    /// Everyone who ever appears in the unit's entries, by the name they had last, in no order.
    /// Steps from one to the next in the index instead of reading every entry.
    List<Audit.Person> people(UnitId unit) {
        return jdbc.sql(
                        """
                        WITH RECURSIVE people AS (
                            (SELECT member_id FROM audit_entry
                              WHERE unit_id = :unit AND member_id IS NOT NULL
                              ORDER BY member_id LIMIT 1)
                            UNION ALL
                            SELECT (SELECT e.member_id FROM audit_entry e
                                     WHERE e.unit_id = :unit AND e.member_id > p.member_id
                                     ORDER BY e.member_id LIMIT 1)
                              FROM people p WHERE p.member_id IS NOT NULL)
                        SELECT p.member_id,
                               (SELECT e.member FROM audit_entry e
                                 WHERE e.unit_id = :unit AND e.member_id = p.member_id
                                 ORDER BY e.number DESC LIMIT 1) AS member
                          FROM people p WHERE p.member_id IS NOT NULL
                        """)
                .param("unit", unit.value())
                .query((row, number) ->
                        new Audit.Person(
                                row.getObject("member_id", UUID.class), row.getString("member")))
                .list();
    }

    /// As [#people].
    List<String> acts(UnitId unit) {
        return jdbc.sql(
                        """
                        WITH RECURSIVE acts AS (
                            (SELECT act FROM audit_entry WHERE unit_id = :unit ORDER BY act LIMIT 1)
                            UNION ALL
                            SELECT (SELECT e.act FROM audit_entry e
                                     WHERE e.unit_id = :unit AND e.act > a.act
                                     ORDER BY e.act LIMIT 1)
                              FROM acts a WHERE a.act IS NOT NULL)
                        SELECT act FROM acts WHERE act IS NOT NULL
                        """)
                .param("unit", unit.value())
                .query(String.class)
                .list();
    }

    private static @Nullable Object at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
