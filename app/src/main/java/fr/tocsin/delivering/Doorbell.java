package fr.tocsin.delivering;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Wakes the workers of this node, so that what was just ordered leaves at once instead of at the
/// next look.
@Component
class Doorbell {

    private final Semaphore rung = new Semaphore(0);

    /// Rings once the present transaction is committed.
    static void afterCommit(Doorbell doorbell) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        doorbell.ring();
                    }
                });
    }

    void ring() {
        rung.release();
    }

    /// Returns when it rings, or after the given time; several rings are one.
    void await(Duration longest) throws InterruptedException {
        if (rung.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
            rung.drainPermits();
        }
    }
}
