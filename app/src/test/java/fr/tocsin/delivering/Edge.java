package fr.tocsin.delivering;

/// Where the process is when it is killed. The text of a post begins with its edge.
enum Edge {
    /// The order is committed; the claim is not.
    ORDERED,
    /// The claim is committed; the steps are not.
    CLAIMED,
    /// The request is built; arming it is not committed.
    ARMING,
    /// Armed, the request is out; the network has done nothing with it.
    ARMED,
    /// The network has published it and not answered.
    ANSWERING,
    /// The answer is here; settling the step is not committed.
    SETTLING,
    /// The first part of the thread is settled; the second is about to be armed.
    BETWEEN;

    boolean isInDatabase() {
        return switch (this) {
            case ORDERED, CLAIMED, ARMING, SETTLING, BETWEEN -> true;
            case ARMED, ANSWERING -> false;
        };
    }
}
