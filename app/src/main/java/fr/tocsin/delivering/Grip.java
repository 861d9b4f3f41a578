package fr.tocsin.delivering;

import static fr.tocsin.delivering.Times.at;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// A worker's hold on its delivery: every change of the row names the epoch of the claim, locks the
/// row, and fails with [LeaseLost] when the delivery is in other hands by now. Whoever writes more
/// in the same transaction does so after one of these.
@Repository
class Grip {

    private static final String MINE = " WHERE id = :id AND epoch = :epoch AND state = 'claimed'";

    private final JdbcClient jdbc;

    Grip(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void hold(Claim claim, Instant leasedUntil) {
        mine(
                claim,
                jdbc.sql("UPDATE delivery SET next_at = :lease" + MINE)
                        .param("lease", at(leasedUntil)));
    }

    /// As [#hold]; from now on something of it may be public.
    void begin(Claim claim, Instant now, Instant leasedUntil) {
        mine(
                claim,
                jdbc.sql(
                                """
                                UPDATE delivery SET next_at = :lease, begun_at = coalesce(begun_at, :now)
                                """
                                        + MINE)
                        .param("now", at(now))
                        .param("lease", at(leasedUntil)));
    }

    /// As [#hold], without a new lease: something was achieved.
    void progress(Claim claim) {
        mine(
                claim,
                jdbc.sql(
                        "UPDATE delivery SET failures = 0, reason_code = NULL, reason_detail = NULL"
                                + MINE));
    }

    /// Lets go.
    ///
    /// @param nextAt when the next worker may take it, where the state lets one
    void leave(
            Claim claim,
            Delivery.State state,
            Instant now,
            Instant nextAt,
            int failures,
            @Nullable Reason reason) {
        var ended =
                switch (state) {
                    case DONE, REJECTED, CANCELLED -> true;
                    case READY, CLAIMED, ATTENTION -> false;
                };
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
                        .param("settled", ended ? at(now) : null));
    }

    private static void mine(Claim claim, JdbcClient.StatementSpec update) {
        var rows =
                update.param("id", claim.delivery().id().value())
                        .param("epoch", claim.delivery().epoch())
                        .update();
        if (rows != 1) {
            claim.lose();
            throw new LeaseLost(claim);
        }
    }
}
