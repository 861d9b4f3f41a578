package fr.tocsin.delivering;

import static fr.tocsin.delivering.Times.at;

import fr.tocsin.units.Officer;
import fr.tocsin.units.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which units have stopped all their deliveries.
@Repository
class Stoppages {

    /// What may go on in a stopped unit: removals, which take something away from the public, and
    /// finding out what became of what had left before.
    static final String LETS_PASS =
            """
            (d.operation = 'delete'
             OR NOT EXISTS (SELECT FROM stoppage s WHERE s.unit_id = d.unit_id AND s.released_at IS NULL)
             OR EXISTS (SELECT FROM delivery_step t WHERE t.delivery_id = d.id AND t.state = 'armed'))
            """;

    private static final String COLUMNS =
            """
            SELECT id, reason, stopped_by_name, stopped_at, released_by_name, released_at
              FROM stoppage
            """;

    /// Names our locks among PostgreSQL's advisory locks.
    private static final int LOCKS = 0x570b;

    private final JdbcClient jdbc;

    Stoppages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Until this transaction ends nobody stops the unit: whoever arms a step does so wholly before
    /// the stop, or sees it.
    ///
    /// @return whether steps of the unit may be armed
    boolean pass(UnitId unit) {
        lock("pg_advisory_xact_lock_shared", unit);
        return inForce(unit).isEmpty();
    }

    /// Waits until every step that is just being armed is armed, and keeps others from it until
    /// this transaction ends.
    void hold(UnitId unit) {
        lock("pg_advisory_xact_lock", unit);
    }

    private void lock(String kind, UnitId unit) {
        jdbc.sql("SELECT " + kind + "(:locks, hashtext(:unit))")
                .param("locks", LOCKS)
                .param("unit", unit.toString())
                .query()
                .listOfRows();
    }

    Optional<Stoppage> inForce(UnitId unit) {
        return jdbc.sql(COLUMNS + " WHERE unit_id = :unit AND released_at IS NULL")
                .param("unit", unit.value())
                .query(Stoppages::stoppage)
                .optional();
    }

    /// As [#inForce], for who knows the unit by its address only.
    Optional<Stoppage> inForce(String slug) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                 WHERE unit_id = (SELECT id FROM unit WHERE slug = :slug) AND released_at IS NULL
                                """)
                .param("slug", slug)
                .query(Stoppages::stoppage)
                .optional();
    }

    /// Those that are over, the latest first.
    List<Stoppage> past(UnitId unit) {
        return jdbc.sql(
                        COLUMNS
                                + """
                                 WHERE unit_id = :unit AND released_at IS NOT NULL
                                 ORDER BY stopped_at DESC
                                 LIMIT 20
                                """)
                .param("unit", unit.value())
                .query(Stoppages::stoppage)
                .list();
    }

    /// @return false when the unit has stopped already
    boolean begin(Officer by, String reason, Instant now) {
        return jdbc.sql(
                                """
                                INSERT INTO stoppage (id, unit_id, reason, stopped_by, stopped_by_name, stopped_at)
                                VALUES (:id, :unit, :reason, :by, :name, :now)
                                ON CONFLICT (unit_id) WHERE released_at IS NULL DO NOTHING
                                """)
                        .param("id", UUID.randomUUID())
                        .param("unit", by.unitId().value())
                        .param("reason", reason)
                        .param("by", by.member().value())
                        .param("name", by.name())
                        .param("now", at(now))
                        .update()
                == 1;
    }

    /// @return false when this one is not in force any more, or not the unit's
    boolean end(Officer by, UUID stoppage, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE stoppage
                                   SET released_by = :by, released_by_name = :name, released_at = :now
                                 WHERE unit_id = :unit AND id = :id AND released_at IS NULL
                                """)
                        .param("id", stoppage)
                        .param("unit", by.unitId().value())
                        .param("by", by.member().value())
                        .param("name", by.name())
                        .param("now", at(now))
                        .update()
                == 1;
    }

    private static Stoppage stoppage(ResultSet row, int number) throws SQLException {
        return new Stoppage(
                row.getObject("id", UUID.class),
                row.getString("reason"),
                row.getString("stopped_by_name"),
                Times.instant(row, "stopped_at"),
                row.getString("released_by_name"),
                Times.instantOrNull(row, "released_at"));
    }
}
