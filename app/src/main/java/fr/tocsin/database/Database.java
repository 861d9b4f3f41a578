package fr.tocsin.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import fr.tocsin.settings.Settings;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The connections to PostgreSQL, and PostgreSQL itself when it is our own.
final class Database implements AutoCloseable {

    private static final int LEAST_MAJOR = 18;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final @Nullable OwnDatabase own;
    private final HikariDataSource connections;

    private Database(@Nullable OwnDatabase own, HikariConfig pool) {
        this.own = own;
        this.connections = new HikariDataSource(pool);
        refuseOlder();
    }

    /// @throws UnusableDatabase when it cannot be started, reached or used
    static Database open(Settings settings) {
        var pool = new HikariConfig();
        pool.setPoolName("database");
        pool.setMaximumPoolSize(settings.databasePool());
        pool.setMinimumIdle(Math.min(2, settings.databasePool()));
        pool.setConnectionTimeout(PATIENCE.toMillis());
        pool.setInitializationFailTimeout(-1);
        pool.addDataSourceProperty("ApplicationName", "tocsin");
        pool.addDataSourceProperty("tcpKeepAlive", true);
        if (settings.databaseUrl().isPresent()) {
            var url = DatabaseUrl.of(settings.databaseUrl().get());
            pool.setJdbcUrl(url.jdbc());
            pool.setUsername(url.user());
            pool.setPassword(url.password());
            return new Database(null, pool);
        }
        var own = OwnDatabase.start(settings.data().resolve("postgres"), settings.databasePool());
        pool.setJdbcUrl(own.url());
        pool.setUsername(OwnDatabase.NAME);
        pool.setPassword(own.password());
        return new Database(own, pool);
    }

    HikariDataSource connections() {
        return connections;
    }

    /// Takes our own PostgreSQL down when no connection is open any more.
    @Override
    public void close() {
        connections.close();
        if (own != null) {
            own.close();
        }
    }

    private void refuseOlder() {
        try (var connection = connections.getConnection()) {
            int major = connection.getMetaData().getDatabaseMajorVersion();
            if (major < LEAST_MAJOR) {
                close();
                throw new UnusableDatabase(
                        "The database is PostgreSQL " + major,
                        "Tocsin needs PostgreSQL " + LEAST_MAJOR + " or newer.");
            }
        } catch (SQLException e) {
            close();
            var reason = e.getCause() == null ? e : e.getCause();
            throw new UnusableDatabase(
                    "The database does not let us in: " + reason.getMessage(),
                    "See that PostgreSQL runs and that TOCSIN_DATABASE_URL names its host, database,"
                            + " user and password.",
                    e);
        }
    }
}
