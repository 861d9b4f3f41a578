package fr.tocsin.delivering;

import static fr.tocsin.delivering.Times.at;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What the workers write about removals, as [Ledger] for what they send: one transaction each,
/// [LeaseLost] when the removal is in other hands by now.
@Repository
class Removals {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Grip grip;
    private final Clock clock;

    Removals(JdbcClient jdbc, PlatformTransactionManager transactions, Grip grip, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.grip = grip;
        this.clock = clock;
    }

    /// The copy of this step is gone, or other words stand in its place.
    void end(Claim claim, Stage stage, Outcome outcome) {
        var now = clock.instant();
        transaction.executeWithoutResult(status -> {
            grip.progress(claim);
            record(claim, stage, outcome, null, now);
            jdbc.sql(
                            """
                            UPDATE delivery_step
                               SET state = 'settled', outcome = :outcome, settled_at = :now, reason_code = NULL,
                                   reason_detail = NULL
                             WHERE delivery_id = :id AND position = :position AND state = 'armed'
                            """)
                    .param("outcome", outcome.word())
                    .param("now", at(now))
                    .param("id", claim.delivery().id().value())
                    .param("position", stage.position())
                    .update();
        });
    }

    /// The network keeps this copy as it is.
    void refuse(Claim claim, Stage stage, Reason reason) {
        var now = clock.instant();
        transaction.executeWithoutResult(status -> {
            grip.progress(claim);
            record(claim, stage, Outcome.REJECTED, reason, now);
            jdbc.sql(
                            """
                            UPDATE delivery_step
                               SET state = 'planned', reason_code = :code, reason_detail = :detail
                             WHERE delivery_id = :id AND position = :position AND state = 'armed'
                            """)
                    .param("code", reason.code())
                    .param("detail", reason.detail())
                    .param("id", claim.delivery().id().value())
                    .param("position", stage.position())
                    .update();
        });
    }

    /// Lets go: every copy was asked for.
    ///
    /// @param refused null when all of them are gone
    void leave(Claim claim, @Nullable Reason refused) {
        var now = clock.instant();
        var state = refused == null ? Delivery.State.DONE : Delivery.State.REJECTED;
        transaction.executeWithoutResult(
                status -> grip.leave(claim, state, now, now, claim.failures(), refused));
    }

    private void record(
            Claim claim, Stage stage, Outcome outcome, @Nullable Reason reason, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO delivery_attempt (delivery_id, position, epoch, at, outcome, reason_code,
                                                      reason_detail)
                        VALUES (:id, :position, :epoch, :now, :outcome, :code, :detail)
                        """)
                .param("id", claim.delivery().id().value())
                .param("position", stage.position())
                .param("epoch", claim.delivery().epoch())
                .param("now", at(now))
                .param("outcome", outcome.word())
                .param("code", reason == null ? null : reason.code())
                .param("detail", reason == null ? null : reason.detail())
                .update();
    }
}
