package fr.tocsin.media;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Clears away files that no row names: uploads that broke off before their row was written, and
/// pictures that were taken out of the library.
@Component
class Leftovers {

    /// Nobody takes this long between keeping a file and writing its row.
    private static final Duration AGE = Duration.ofDays(1);

    private final Archive archive;
    private final MediaItems items;
    private final TransactionOperations transactions;
    private final Clock clock;

    Leftovers(Archive archive, MediaItems items, TransactionOperations transactions, Clock clock) {
        this.archive = archive;
        this.items = items;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(cron = "0 17 3 * * *", zone = "Europe/Paris")
    void clear() {
        clear(clock.instant().minus(AGE));
    }

    /// Leaves everything while a backup reads. The lock is the one that an upload holds from
    /// keeping its file to writing its row.
    void clear(Instant before) {
        archive.olderThan(
                before,
                file ->
                        transactions.executeWithoutResult(_ -> {
                            items.lock(file.sha256());
                            if (items.mayClear() && !items.knows(file.sha256())) {
                                archive.delete(file);
                            }
                        }));
    }
}
