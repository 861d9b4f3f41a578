package fr.tocsin.delivering;

import static fr.tocsin.delivering.Times.at;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What the workers write. Each method is one transaction of its own, and throws [LeaseLost],
/// leaving no trace, when the delivery is in other hands by now.
@Repository
class Ledger {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Grip grip;
    private final Stoppages stoppages;
    private final Clock clock;

    Ledger(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Grip grip,
            Stoppages stoppages,
            Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.grip = grip;
        this.stoppages = stoppages;
        this.clock = clock;
    }

    /// How a worker lets go of a delivery.
    record Leave(Delivery.State state, Instant nextAt, int failures) {}

    /// Stores what is to be done, with its keys, before anything is.
    void plan(Claim claim, List<Stage> stages, Instant leasedUntil) {
        transaction.executeWithoutResult(status -> {
            grip.hold(claim, leasedUntil);
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

    /// From here on the step may be public. Only who still holds the delivery gets past this, and
    /// only while nobody has stopped the unit.
    ///
    /// @return when the step was armed for the first time
    /// @throws Recalled when the publication was taken down meanwhile
    /// @throws UnitStopped when somebody has; the delivery is still held
    Instant arm(Claim claim, Stage stage, String requestHash, Instant leasedUntil) {
        var now = clock.instant();
        return Objects.requireNonNull(
                transaction.execute(status -> {
                    if (claim.delivery().operation() != Operation.DELETE
                            && !stoppages.pass(claim.delivery().unit())) {
                        throw new UnitStopped(claim);
                    }
                    grip.begin(claim, now, leasedUntil);
                    if (isRecalled(claim)) {
                        throw new Recalled(claim);
                    }
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
                }));
    }

    /// Our own row, which we hold: nobody recalls it between this and the commit.
    private boolean isRecalled(Claim claim) {
        return jdbc.sql("SELECT recalled_at IS NOT NULL FROM delivery WHERE id = :id")
                .param("id", claim.delivery().id().value())
                .query(Boolean.class)
                .single();
    }

    /// The step is done.
    ///
    /// @param last whether the delivery is done with it
    void settle(Claim claim, Stage stage, Outcome outcome, List<RemotePost> posts, boolean last) {
        var now = clock.instant();
        transaction.executeWithoutResult(status -> {
            if (last) {
                grip.leave(claim, Delivery.State.DONE, now, now, 0, null);
            } else {
                grip.progress(claim);
            }
            record(claim, stage, outcome, null, now);
            settle(claim, stage, posts, now);
        });
    }

    private void settle(Claim claim, Stage stage, List<RemotePost> posts, Instant now) {
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
    }

    /// Provably not public: lets go, with the step as if it had never been armed.
    void unsent(Claim claim, @Nullable Stage stage, Outcome outcome, Reason reason, Leave leave) {
        var now = clock.instant();
        transaction.executeWithoutResult(status -> {
            grip.leave(claim, leave.state(), now, leave.nextAt(), leave.failures(), reason);
            record(claim, stage, outcome, reason, now);
            if (stage != null) {
                disarm(claim, stage);
            }
        });
    }

    /// Looked, and it is not there: as if it had never been armed. The delivery stays in hand.
    void absent(Claim claim, Stage stage, Instant leasedUntil) {
        var now = clock.instant();
        transaction.executeWithoutResult(status -> {
            grip.hold(claim, leasedUntil);
            record(claim, stage, Outcome.ABSENT, null, now);
            disarm(claim, stage);
        });
    }

    /// May be public: lets go; the step stays armed.
    void unknown(Claim claim, Stage stage, Outcome outcome, Reason reason, Leave leave) {
        var now = clock.instant();
        transaction.executeWithoutResult(status -> {
            grip.leave(claim, leave.state(), now, leave.nextAt(), leave.failures(), reason);
            record(claim, stage, outcome, reason, now);
        });
    }

    /// Lets go, and nothing has changed.
    void giveBack(Claim claim, Instant nextAt) {
        var reason = claim.delivery().reason();
        transaction.executeWithoutResult(status ->
                grip.leave(
                        claim,
                        Delivery.State.READY,
                        clock.instant(),
                        nextAt,
                        claim.failures(),
                        reason));
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
