package fr.tocsin.delivering;

import fr.tocsin.units.UnitId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row: one revision, one account, one operation.
///
/// @param of for a removal: the delivery whose copies it removes
/// @param correction for a correction: what it corrects
/// @param nextAt when a worker may take it: due or tried again while ready, end of the lease while
///   claimed
/// @param epoch raised by every claim; only who holds the newest may write
/// @param failures attempts in a row that came to nothing
/// @param begunAt since when something of it may be public
/// @param recalledAt since when nothing more of it may leave; what may be public is still chased
record Delivery(
        DeliveryId id,
        UnitId unit,
        UUID publication,
        UUID revision,
        AccountId account,
        Operation operation,
        @Nullable DeliveryId of,
        @Nullable Correction correction,
        Post post,
        int lane,
        Instant dueAt,
        State state,
        Instant nextAt,
        int epoch,
        int failures,
        @Nullable Reason reason,
        @Nullable Instant begunAt,
        @Nullable Instant settledAt,
        @Nullable Instant recalledAt) {

    static final int ALERT_LANE = 0;
    static final int REMOVAL_LANE = 1;
    static final int CORRECTION_LANE = 2;
    static final int ROUTINE_LANE = 3;

    enum State {
        READY,
        CLAIMED,
        DONE,
        REJECTED,
        ATTENTION,
        CANCELLED
    }

    boolean recalled() {
        return recalledAt != null;
    }

    /// @param of the delivery that made the copies
    /// @param number counts the corrections of these copies from 1
    record Correction(DeliveryId of, int number) {}

    static int correctionLane(Kind kind) {
        return kind == Kind.ALERT ? ALERT_LANE : CORRECTION_LANE;
    }

    static int lane(Kind kind) {
        return kind == Kind.ALERT ? ALERT_LANE : ROUTINE_LANE;
    }
}
