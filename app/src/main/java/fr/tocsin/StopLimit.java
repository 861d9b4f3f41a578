package fr.tocsin;

import java.time.Duration;

/// The server is gone ten seconds after it was asked to stop, whatever hangs. What was in flight is
/// in the database as such and is taken up at the next start, as after a power cut.
final class StopLimit {

    private static final Duration LIMIT = Duration.ofSeconds(9);
    private static final int TERMINATED = 143; // 128 + SIGTERM

    private StopLimit() {}

    static void set() {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> Thread.ofPlatform().daemon().start(StopLimit::haltLate)));
    }

    private static void haltLate() {
        try {
            Thread.sleep(LIMIT);
            Runtime.getRuntime().halt(TERMINATED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
