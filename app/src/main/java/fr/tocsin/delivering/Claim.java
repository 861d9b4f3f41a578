package fr.tocsin.delivering;

import java.time.Instant;

/// One delivery in the hands of one worker.
final class Claim {

    private final Delivery delivery;
    private final Account account;
    private final Instant wantedAt;
    private final Instant since;
    private int failures;
    private volatile boolean lost;
    private volatile boolean halted;

    /// @param wantedAt since when it could have been taken
    Claim(Delivery delivery, Account account, Instant wantedAt, Instant since) {
        this.delivery = delivery;
        this.account = account;
        this.wantedAt = wantedAt;
        this.since = since;
        this.failures = delivery.failures();
    }

    Delivery delivery() {
        return delivery;
    }

    Account account() {
        return account;
    }

    /// Since when it could have been taken: later than that, nobody was there to do it.
    Instant wantedAt() {
        return wantedAt;
    }

    /// Attempts in a row that came to nothing, counted within this claim too.
    int failures() {
        return failures;
    }

    /// Something was achieved: failures count from here.
    void progressed() {
        failures = 0;
    }

    Instant since() {
        return since;
    }

    /// Another worker has it now, or a person took it back.
    boolean isLost() {
        return lost;
    }

    void lose() {
        lost = true;
    }

    /// The server is stopping: the act under way may end, no further one begins.
    boolean isHalted() {
        return halted;
    }

    void halt() {
        halted = true;
    }
}
