package fr.tocsin.bench.backup;

import fr.tocsin.audit.AuditAtHand;
import fr.tocsin.audit.AuditCommand;
import fr.tocsin.audit.Deed;
import fr.tocsin.database.DatabaseAtHand;
import fr.tocsin.settings.Settings;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;

/// How many deeds per second the record takes, each durable in a transaction of its own, with one
/// and with eight at it at the same time, and how many it verifies: `java … AuditBench FOLDER`.
public final class AuditBench {

    private static final int SECONDS = 10;

    private AuditBench() {}

    public static void main(String[] arguments) throws Exception {
        var data = Path.of(arguments[0]).resolve("audit").toAbsolutePath().toString();
        var settings = Settings.of(Map.of("TOCSIN_DATA", data));
        try (var database = DatabaseAtHand.make(settings)) {
            Flyway.configure().dataSource(database.source()).load().migrate();
            for (var threads : new int[] {1, 8}) {
                var before = count(database);
                try (var crew = Executors.newFixedThreadPool(threads)) {
                    for (int i = 0; i < threads; i++) {
                        crew.submit(() -> record(database));
                    }
                }
                System.out.printf(
                        Locale.ROOT,
                        "%d at a time: %.0f entries/s%n",
                        threads,
                        (count(database) - before) / (double) SECONDS);
            }
            var start = System.nanoTime();
            AuditCommand.run(settings, List.of("verify"), System.out);
            System.out.printf(
                    Locale.ROOT,
                    "verified: %.0f entries/s%n",
                    count(database) / ((System.nanoTime() - start) / 1e9));
        }
    }

    private static int record(DatabaseAtHand database) throws SQLException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            while (System.nanoTime() < end) {
                AuditAtHand.record(
                        connection,
                        Deed.ofNobody("signed-in").about("measured"),
                        Clock.systemUTC());
                connection.commit();
            }
        }
        return 0;
    }

    private static long count(DatabaseAtHand database) throws SQLException {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM audit_entry")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
