package fr.tocsin.database;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One real PostgreSQL for all tests of this process, started when the first one asks.
///
/// Every database is a copy of one that Flyway has migrated, made in milliseconds:
///
/// ```java
/// private final JdbcClient jdbc = TestPostgres.freshDatabase().jdbc();
/// ```
public final class TestPostgres {

    private static final String TEMPLATE = "template_tocsin";

    /// Speed for safety: nobody needs a test's data after the machine's power is cut.
    private static final List<String> OPTIONS =
            List.of(
                    "fsync=off",
                    "synchronous_commit=off",
                    "full_page_writes=off",
                    "max_connections=300",
                    "shared_buffers=64MB",
                    "max_wal_size=256MB",
                    "autovacuum=off",
                    "jit=off");

    private static @Nullable TestPostgres running;

    private final PostgresFolder folder;
    private final PostgresServer server;
    private final Set<String> seeded;
    private final AtomicInteger databases = new AtomicInteger();

    private TestPostgres() {
        folder = freeFolder();
        server = PostgresServer.start(folder, OPTIONS);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        try {
            dropLeftovers();
            seeded = migrate();
        } catch (RuntimeException e) {
            server.close();
            folder.close();
            throw e;
        }
    }

    /// Returns the tables that have rows then.
    private Set<String> migrate() {
        maintenance().sql("CREATE DATABASE " + TEMPLATE).update();
        var template = source(TEMPLATE);
        Flyway.configure().dataSource(template).load().migrate();
        var jdbc = JdbcClient.create(template);
        return tables(template).stream()
                .filter(table ->
                        jdbc.sql("SELECT EXISTS (SELECT FROM " + table + ")")
                                .query(Boolean.class)
                                .single())
                .collect(Collectors.toSet());
    }

    /// A new, empty, migrated database that nobody else uses.
    public static FreshDatabase freshDatabase() {
        var postgres = running();
        var name = "test_" + postgres.databases.incrementAndGet();
        postgres.maintenance().sql("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE).update();
        return new FreshDatabase(postgres.url(name), postgres.source(name));
    }

    /// The tables into which a migration has put rows.
    static Set<String> seeded() {
        return running().seeded;
    }

    static List<String> tables(DataSource source) {
        return JdbcClient.create(source)
                .sql(
                        """
                        SELECT oid::regclass::text FROM pg_class
                         WHERE relkind IN ('r', 'p') AND NOT relispartition
                           AND relnamespace = 'public'::regnamespace
                        """)
                .query(String.class)
                .list();
    }

    private static synchronized TestPostgres running() {
        if (running == null) {
            running = new TestPostgres();
        }
        return running;
    }

    /// Another process may run tests of the same working copy at the same time.
    private static PostgresFolder freeFolder() {
        for (int number = 1; ; number++) {
            try {
                return PostgresFolder.open(
                        Path.of("target", "postgres-" + number).toAbsolutePath());
            } catch (UnusableDatabase e) {
                if (number == 20) {
                    throw e;
                }
            }
        }
    }

    private void dropLeftovers() {
        maintenance()
                .sql("SELECT datname FROM pg_database WHERE datname ~ '^(test|template)_'")
                .query(String.class)
                .list()
                .forEach(name -> maintenance().sql("DROP DATABASE " + name).update());
    }

    private String url(String database) {
        return server.url(database)
                + "?user="
                + PostgresFolder.SUPERUSER
                + "&password="
                + folder.password();
    }

    private PGSimpleDataSource source(String database) {
        var source = new PGSimpleDataSource();
        source.setUrl(url(database));
        return source;
    }

    private JdbcClient maintenance() {
        return JdbcClient.create(source("postgres"));
    }
}
