package fr.tocsin.takedown;

import static fr.tocsin.takedown.Columns.at;
import static fr.tocsin.takedown.Columns.uuid;
import static fr.tocsin.takedown.Columns.word;

import fr.tocsin.delivering.AccountId;
import fr.tocsin.delivering.Reason;
import fr.tocsin.units.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The looks at the networks that tell whether what was removed stays gone: planned as rows when a
/// copy ends, so that none is forgotten.
@Repository
class Looks {

    /// After the end of a copy.
    static final List<Duration> INTERVALS =
            List.of(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(10),
                    Duration.ofHours(1),
                    Duration.ofHours(24),
                    Duration.ofDays(7));

    private static final Duration LEASE = Duration.ofMinutes(2);

    private final JdbcClient jdbc;

    Looks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One look at one copy.
    record Look(
            long id,
            UUID copy,
            TakedownId takedown,
            UnitId unit,
            AccountId account,
            int failures) {}

    /// What a look has shown.
    enum Sighting {
        GONE,
        THERE,
        /// Neutral words stand there.
        NOTICE
    }

    /// Plans all looks at a copy that has just ended, in place of earlier ones. Each is put off by
    /// a part of its interval that depends on the copy, so that those of many do not meet.
    void plan(TakedownCopy copy, Instant end) {
        drop(copy.id());
        var spread = Math.floorMod(copy.id().hashCode(), 100) / 1000.0;
        for (var interval : INTERVALS) {
            var due = end.plus(interval).plusMillis((long) (interval.toMillis() * spread));
            jdbc.sql(
                            """
                            INSERT INTO takedown_look (copy_id, account_id, due_at) VALUES (:copy, :account, :due)
                            """)
                    .param("copy", copy.id())
                    .param("account", copy.account().value())
                    .param("due", at(due))
                    .update();
        }
    }

    /// Those that are still to come are no longer wanted.
    void drop(UUID copy) {
        jdbc.sql("DELETE FROM takedown_look WHERE copy_id = :copy AND done_at IS NULL")
                .param("copy", copy)
                .update();
    }

    /// Hands out what is due, each look to one node, and of each account one at a time: reading
    /// back must not eat what removals need.
    List<Look> take(Instant now, int most) {
        return jdbc.sql(
                        """
                        WITH due AS (
                            SELECT DISTINCT ON (l.account_id) l.id
                              FROM takedown_look l
                             WHERE l.done_at IS NULL AND l.due_at <= :now
                               AND NOT EXISTS (SELECT FROM takedown_look o
                                                WHERE o.account_id = l.account_id AND o.done_at IS NULL
                                                  AND o.leased_until > :now)
                             ORDER BY l.account_id, l.due_at
                             LIMIT :most)
                        UPDATE takedown_look l SET leased_until = :lease
                          FROM due, takedown_copy c
                         WHERE l.id = due.id AND c.id = l.copy_id AND l.done_at IS NULL
                           AND (l.leased_until IS NULL OR l.leased_until <= :now)
                        RETURNING l.id, l.copy_id, c.takedown_id, c.unit_id, l.account_id, l.failures
                        """)
                .param("now", at(now))
                .param("lease", at(now.plus(LEASE)))
                .param("most", most)
                .query((row, number) ->
                        new Look(
                                row.getLong("id"),
                                uuid(row, "copy_id"),
                                new TakedownId(uuid(row, "takedown_id")),
                                new UnitId(uuid(row, "unit_id")),
                                new AccountId(uuid(row, "account_id")),
                                row.getInt("failures")))
                .list();
    }

    /// One look answers all that were due by now.
    ///
    /// @return false when the look was dropped meanwhile: what it saw says nothing about now
    boolean done(Look look, Sighting sighting, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE takedown_look
                                   SET done_at = :now, sighting = :sighting, leased_until = NULL, reason_code = NULL,
                                       reason_detail = NULL
                                 WHERE copy_id = :copy AND done_at IS NULL AND due_at <= :now
                                   AND EXISTS (SELECT FROM takedown_look WHERE id = :id AND done_at IS NULL)
                                """)
                        .param("now", at(now))
                        .param("sighting", word(sighting))
                        .param("copy", look.copy())
                        .param("id", look.id())
                        .update()
                > 0;
    }

    /// The network could not be asked: once more, later.
    void putOff(Look look, Reason reason, Instant until) {
        jdbc.sql(
                        """
                        UPDATE takedown_look
                           SET due_at = :until, failures = failures + 1, leased_until = NULL, reason_code = :code,
                               reason_detail = :detail
                         WHERE id = :id AND done_at IS NULL
                        """)
                .param("until", at(until))
                .param("code", reason.code())
                .param("detail", reason.detail())
                .param("id", look.id())
                .update();
    }
}
