package fr.tocsin.delivering;

import static fr.tocsin.delivering.Times.at;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Hands deliveries to workers, each to exactly one.
@Repository
class Claims {

    private static final String TAKE =
            """
            WITH wanted AS (
                SELECT d.id, d.next_at
                  FROM delivery d
                  JOIN account a ON a.id = d.account_id
                 WHERE d.state IN ('ready', 'claimed') AND d.next_at <= :now AND d.lane <= :lanes
                   AND %s
                   AND (d.state = 'claimed'
                        OR (a.state = 'connected'
                            AND coalesce(CASE WHEN d.operation = 'delete' THEN a.removals_paused_until
                                              ELSE a.paused_until END, :now) <= :now
                            AND NOT EXISTS (SELECT FROM delivery o
                                             WHERE o.account_id = d.account_id
                                               AND least(o.lane, 2) = least(d.lane, 2)
                                               AND o.state = 'claimed')
                            AND (d.corrects IS NULL
                                 OR NOT EXISTS (SELECT FROM delivery e
                                                 WHERE (e.id = d.corrects OR e.corrects = d.corrects)
                                                   AND e.correction < d.correction
                                                   AND e.state NOT IN ('done', 'cancelled')))
                            AND (d.of_delivery IS NULL
                                 OR NOT EXISTS (SELECT FROM delivery e
                                                 WHERE e.corrects = d.of_delivery
                                                   AND e.state IN ('ready', 'claimed')))))
                 ORDER BY d.lane, d.next_at
                 LIMIT 1
                   FOR UPDATE OF d SKIP LOCKED),
            taken AS (
                UPDATE delivery d
                   SET state = 'claimed', epoch = epoch + 1, worker = :worker, next_at = :lease
                  FROM wanted
                 WHERE d.id = wanted.id
                RETURNING d.*, wanted.next_at AS wanted_at)
            SELECT %s, %s, d.wanted_at
              FROM taken d
              JOIN account a ON a.id = d.account_id
            """
                    .formatted(Stoppages.LETS_PASS, Deliveries.COLUMNS, Accounts.COLUMNS);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Grip grip;
    private final Clock clock;

    Claims(JdbcClient jdbc, PlatformTransactionManager transactions, Grip grip, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.grip = grip;
        this.clock = clock;
    }

    /// Takes the most urgent delivery that may be taken: what is due, and what a silent worker has
    /// left behind.
    ///
    /// @param lanes the slowest lane that is wanted
    Optional<Claim> next(String worker, int lanes, Instant leasedUntil) {
        var now = clock.instant();
        try {
            return transaction.execute(status ->
                    jdbc.sql(TAKE)
                            .param("worker", worker)
                            .param("lanes", lanes)
                            .param("lease", at(leasedUntil))
                            .param("now", at(now))
                            .query((row, number) ->
                                    new Claim(
                                            Deliveries.delivery(row, number),
                                            Accounts.account(row, number),
                                            Times.instant(row, "wanted_at"),
                                            now))
                            .optional());
        } catch (DuplicateKeyException e) {
            // Another node took a delivery of the same account in the same instant.
            return Optional.empty();
        }
    }

    /// Keeps a delivery in hand while something slow goes on.
    ///
    /// @throws LeaseLost when it is in other hands by now
    void renew(Claim claim, Instant leasedUntil) {
        transaction.executeWithoutResult(status -> grip.hold(claim, leasedUntil));
    }
}
