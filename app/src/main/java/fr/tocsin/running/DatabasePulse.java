package fr.tocsin.running;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/// Whether the database answers, within a time that a load balancer waits.
@Component
class DatabasePulse {

    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final Executor THREADS = Thread::startVirtualThread;

    private final DataSource database;

    DatabasePulse(DataSource database) {
        this.database = database;
    }

    boolean beats() {
        return CompletableFuture.supplyAsync(this::answers, THREADS)
                .completeOnTimeout(false, LIMIT.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private boolean answers() {
        try (var connection = database.getConnection()) {
            return connection.isValid((int) LIMIT.toSeconds());
        } catch (SQLException e) {
            return false; // which is what was asked
        }
    }
}
