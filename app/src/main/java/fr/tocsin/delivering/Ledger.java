package fr.tocsin.delivering;

import static fr.tocsin.delivering.Times.at;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What the workers write. Each method is one transaction of its own, and each but the claim itself
/// throws [LeaseLost], leaving no trace, when the delivery is in other hands by now.
@Repository
class Ledger {

    private static final String MINE = " WHERE id = :id AND epoch = :epoch AND state = 'claimed'";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Ledger(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// Hands the most urgent delivery that may be taken to exactly one worker: what is due, and
    /// what a silent worker has left behind.
    ///
    /// @param lanes the slowest lane that is wanted
    Optional<Claim> claimNext(String worker, int lanes, Instant leasedUntil) {
        var now = clock.instant();
        try {
            return transaction.execute(status ->
                    jdbc.sql(
                                    """
                                    WITH taken AS (
                                        UPDATE delivery
                                           SET state = 'claimed', epoch = epoch + 1, worker = :worker,
                                               next_at = :lease
                                         WHERE id = (
                                            SELECT d.id
                                              FROM delivery d
                                              JOIN account a ON a.id = d.account_id
                                             WHERE d.state IN ('ready', 'claimed') AND d.next_at <= :now
                                               AND d.lane <= :lanes
                                               AND (d.state = 'claimed'
                                                    OR (a.state = 'connected'
                                                        AND (a.paused_until IS NULL OR a.paused_until <= :now)
                                                        AND NOT EXISTS (
                                                            SELECT FROM delivery o
                                                             WHERE o.account_id = d.account_id
                                                               AND (o.lane = 0) = (d.lane = 0)
                                                               AND o.state = 'claimed')))
                                             ORDER BY d.lane, d.next_at
                                             LIMIT 1
                                               FOR UPDATE OF d SKIP LOCKED)
                                        RETURNING *)
                                    """
                                            + "SELECT "
                                            + Deliveries.COLUMNS
                                            + ", "
                                            + Accounts.COLUMNS
                                            + " FROM taken d JOIN account a ON a.id = d.account_id")
                            .param("worker", worker)
                            .param("lanes", lanes)
                            .param("lease", at(leasedUntil))
                            .param("now", at(now))
                            .query((row, number) ->
                                    new Claim(
                                            Deliveries.delivery(row, number),
                                            Accounts.account(row, number),
                                            now))
                            .optional());
        } catch (DuplicateKeyException e) {
            // Another node took a delivery of the same account in the same instant.
            return Optional.empty();
        }
    }

    /// Keeps a delivery in hand while something slow goes on.
    void renew(Claim claim, Instant leasedUntil) {
        transaction.executeWithoutResult(status -> hold(claim, leasedUntil));
    }

    /// Stores what is to be done, with its keys, before anything is.
    void plan(Claim claim, List<Stage> stages, Instant leasedUntil) {
        transaction.executeWithoutResult(status -> {
            hold(claim, leasedUntil);
            stages.forEach(stage -> insert(claim, stage));
        });
    }

    private void insert(Claim claim, Stage stage) {
        jdbc.sql(
                        """
                        INSERT INTO delivery_step (delivery_id, position, first_part, parts, key, posts)
                        VALUES (:id, :position, :first, :parts, :key, CAST(:posts AS jsonb))
                        """)
                .param("id", claim.delivery().id().value())
                .param("position", stage.position())
                .param("first", stage.step().firstPart())
                .param("parts", stage.step().parts())
                .param("key", stage.step().key())
                .param("posts", Snapshots.write(stage.posts()))
                .update();
    }

    /// From here on the step may be public. Only who still holds the delivery gets past this.
    ///
    /// @return when the step was armed for the first time
    Instant arm(Claim claim, Stage stage, String requestHash, Instant leasedUntil) {
        var now = clock.instant();
        return transaction.execute(status -> {
            hold(claim, leasedUntil);
            begun(claim, now);
            return jdbc.sql(
                            """
                            UPDATE delivery_step
                               SET state = 'armed', request_hash = :hash, epoch = :epoch,
                                   armed_at = coalesce(armed_at, :now), last_armed_at = :now
                             WHERE delivery_id = :id AND position = :position AND state = 'planned'
                            RETURNING armed_at
                            """)
                    .param("hash", requestHash)
                    .param("epoch", claim.delivery().epoch())
                    .param("now", at(now))
                    .param("id", claim.delivery().id().value())
                    .param("position", stage.position())
                    .query((row, number) -> Times.instant(row, "armed_at"))
                    .optional()
                    .orElseThrow(() -> notAs(claim, stage, "planned"));
        });
    }

    private void begun(Claim claim, Instant now) {
        jdbc.sql("UPDATE delivery SET begun_at = coalesce(begun_at, :now) WHERE id = :id")
                .param("now", at(now))
                .param("id", claim.delivery().id().value())
                .update();
    }

    /// The step is done.
    ///
    /// @param last whether the delivery is done with it
    void settle(Claim claim, Stage stage, Outcome outcome, List<RemotePost> posts, boolean last) {
        var now = clock.instant();
        transaction.executeWithoutResult(status -> {
            if (last) {
                leave(claim, Delivery.State.DONE, now, 0, null);
            } else {
                progress(claim);
            }
            record(claim, stage, outcome, null, now);
            var settled =
                    jdbc.sql(
                                    """
                                    UPDATE delivery_step
                                       SET state = 'settled', posts = CAST(:posts AS jsonb), settled_at = :now
                                     WHERE delivery_id = :id AND position = :position AND state = 'armed'
                                    """)
                            .param("posts", Snapshots.write(posts))
                            .param("now", at(now))
                            .param("id", claim.delivery().id().value())
                            .param("position", stage.position())
                            .update();
            if (settled != 1) {
                throw notAs(claim, stage, "armed");
            }
        });
    }

    /// Provably not public: gives the delivery back, or ends it for now, with the step as if it had
    /// never been armed.
    void unsent(
            Claim claim,
            @Nullable Stage stage,
            Outcome outcome,
            Reason reason,
            Delivery.State state,
            Instant nextAt,
            int failures) {
        var now = clock.instant();
        transaction.executeWithoutResult(status -> {
            leave(claim, state, nextAt, failures, reason);
            record(claim, stage, outcome, reason, now);
            if (stage != null) {
                disarm(claim, stage);
            }
        });
    }

    /// Looked, and it is not there: as if it had never been armed.
    void absent(Claim claim, Stage stage, Instant leasedUntil) {
        var now = clock.instant();
        transaction.executeWithoutResult(status -> {
            hold(claim, leasedUntil);
            record(claim, stage, Outcome.ABSENT, null, now);
            disarm(claim, stage);
        });
    }

    /// May be public: gives the delivery back to look again, or puts it before a person. The step
    /// stays armed.
    void unknown(
            Claim claim,
            Stage stage,
            Outcome outcome,
            Reason reason,
            Delivery.State state,
            Instant nextAt,
            int failures) {
        var now = clock.instant();
        transaction.executeWithoutResult(status -> {
            leave(claim, state, nextAt, failures, reason);
            record(claim, stage, outcome, reason, now);
        });
    }

    /// Gives the delivery back untouched.
    void giveBack(Claim claim, Instant nextAt) {
        transaction.executeWithoutResult(status -> {
            var reason = claim.delivery().reason();
            leave(claim, Delivery.State.READY, nextAt, claim.failures(), reason);
        });
    }

    /// The network wants less from this account: its other deliveries wait too.
    void pause(AccountId account, Instant until) {
        jdbc.sql(
                        """
                        UPDATE account SET paused_until = greatest(paused_until, :until) WHERE id = :id
                        """)
                .param("until", at(until))
                .param("id", account.value())
                .update();
    }

    private void hold(Claim claim, Instant leasedUntil) {
        mine(
                claim,
                jdbc.sql("UPDATE delivery SET next_at = :lease" + MINE)
                        .param("lease", at(leasedUntil)));
    }

    private void progress(Claim claim) {
        mine(
                claim,
                jdbc.sql(
                        "UPDATE delivery SET failures = 0, reason_code = NULL, reason_detail = NULL"
                                + MINE));
    }

    private void leave(
            Claim claim,
            Delivery.State state,
            Instant nextAt,
            int failures,
            @Nullable Reason reason) {
        var ended = state == Delivery.State.DONE || state == Delivery.State.REJECTED;
        mine(
                claim,
                jdbc.sql(
                                """
                                UPDATE delivery
                                   SET state = :state, next_at = :next, failures = :failures, worker = NULL,
                                       reason_code = :code, reason_detail = :detail,
                                       settled_at = CAST(:settled AS timestamptz)
                                """
                                        + MINE)
                        .param("state", state.name().toLowerCase(Locale.ROOT))
                        .param("next", at(nextAt))
                        .param("failures", failures)
                        .param("code", reason == null ? null : reason.code())
                        .param("detail", reason == null ? null : reason.detail())
                        .param("settled", ended ? at(clock.instant()) : null));
    }

    private void mine(Claim claim, JdbcClient.StatementSpec update) {
        var rows =
                update.param("id", claim.delivery().id().value())
                        .param("epoch", claim.delivery().epoch())
                        .update();
        if (rows != 1) {
            claim.lose();
            throw new LeaseLost(claim);
        }
    }

    private void disarm(Claim claim, Stage stage) {
        jdbc.sql(
                        """
                        UPDATE delivery_step SET state = 'planned'
                         WHERE delivery_id = :id AND position = :position AND state = 'armed'
                        """)
                .param("id", claim.delivery().id().value())
                .param("position", stage.position())
                .update();
        jdbc.sql(
                        """
                        UPDATE delivery SET begun_at = NULL
                         WHERE id = :id
                           AND NOT EXISTS (SELECT FROM delivery_step
                                            WHERE delivery_id = :id AND state <> 'planned')
                        """)
                .param("id", claim.delivery().id().value())
                .update();
    }

    private void record(
            Claim claim,
            @Nullable Stage stage,
            Outcome outcome,
            @Nullable Reason reason,
            Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO delivery_attempt (delivery_id, position, epoch, at, outcome, reason_code,
                                                      reason_detail)
                        VALUES (:id, :position, :epoch, :now, :outcome, :code, :detail)
                        """)
                .param("id", claim.delivery().id().value())
                .param("position", stage == null ? null : stage.position())
                .param("epoch", claim.delivery().epoch())
                .param("now", at(now))
                .param("outcome", outcome.word())
                .param("code", reason == null ? null : reason.code())
                .param("detail", reason == null ? null : reason.detail())
                .update();
    }

    private static IllegalStateException notAs(Claim claim, Stage stage, String expected) {
        return new IllegalStateException(
                "step %d of delivery %s is not %s although its delivery is held; nothing was written"
                        .formatted(stage.position(), claim.delivery().id(), expected));
    }
}
