package fr.tocsin.delivering;

import java.util.List;

/// Where the process is when it is killed in the middle of a takedown. The texts of the copies
/// begin with it.
enum TakedownEdge {
    /// The order is committed; what is still to leave is about to be stopped.
    STOPPING,
    /// The removal is about to be ordered.
    REMOVING,
    /// A worker has the removal; its steps are not committed.
    TAKEN,
    /// Arming the removal of the first part is not committed.
    ARMING,
    /// Armed, the request is out; the network has done nothing.
    ASKED,
    /// The network has removed it and not answered.
    GONE,
    /// The answer is here; settling the step is not committed.
    SETTLING,
    /// The first part is gone; the second is about to be armed.
    BETWEEN,
    /// Everything is gone; the takedown does not know yet.
    NOTING;

    /// Those that do not keep each other from getting there: takedowns are pursued one by one.
    static final List<List<TakedownEdge>> ROUNDS =
            List.of(
                    List.of(TAKEN, ARMING, ASKED, GONE, SETTLING, BETWEEN),
                    List.of(STOPPING),
                    List.of(REMOVING),
                    List.of(NOTING));

    boolean isInDatabase() {
        return this != ASKED && this != GONE;
    }
}
