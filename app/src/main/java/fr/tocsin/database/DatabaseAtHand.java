package fr.tocsin.database;

import fr.tocsin.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/// The database for a command at the terminal, beside a running server or without one: connects to
/// the PostgreSQL that is in use, and starts our own for the time of the command where no server
/// runs.
public final class DatabaseAtHand implements AutoCloseable {

    private static final int CONNECTIONS = 10;

    private final @Nullable OwnDatabase own;
    private final String url;
    private final Properties login;

    private DatabaseAtHand(@Nullable OwnDatabase own, String url, Properties login) {
        this.own = own;
        this.url = url;
        this.login = login;
    }

    /// @throws UnusableDatabase when there is none, or it refuses
    public static DatabaseAtHand open(Settings settings) {
        if (settings.databaseUrl().isPresent()) {
            var external = DatabaseUrl.of(settings.databaseUrl().get());
            var login = login(external.user(), external.password());
            return new DatabaseAtHand(null, external.jdbc(), login);
        }
        var home = home(settings);
        if (!exists(settings)) {
            throw new UnusableDatabase(
                    "There is no database in " + home,
                    "Name the data folder of the server with TOCSIN_DATA, or its PostgreSQL with"
                            + " TOCSIN_DATABASE_URL.");
        }
        return running(home).orElseGet(() -> start(home));
    }

    /// As [#open], and makes our own database where there is none yet.
    public static DatabaseAtHand make(Settings settings) {
        return settings.databaseUrl().isPresent() || exists(settings)
                ? open(settings)
                : start(home(settings));
    }

    private static boolean exists(Settings settings) {
        return Files.exists(home(settings).resolve("cluster"));
    }

    private static Path home(Settings settings) {
        return settings.data().resolve("postgres");
    }

    private static Optional<DatabaseAtHand> running(Path home) {
        var port = PostmasterFile.in(home.resolve("cluster")).port();
        if (port.isEmpty()) {
            return Optional.empty();
        }
        try {
            var password = Files.readString(home.resolve("password")).strip();
            var url = "jdbc:postgresql://127.0.0.1:" + port.getAsInt() + "/" + OwnDatabase.NAME;
            var login = login(OwnDatabase.NAME, password);
            return Optional.of(new DatabaseAtHand(null, url, login));
        } catch (IOException e) {
            throw new UnusableDatabase(
                    "The password of the database in " + home + " cannot be read (" + e + ")",
                    "Run the command as the user that runs the server.",
                    e);
        }
    }

    private static DatabaseAtHand start(Path home) {
        var own = OwnDatabase.start(home, CONNECTIONS);
        return new DatabaseAtHand(own, own.url(), login(OwnDatabase.NAME, own.password()));
    }

    private static Properties login(@Nullable String user, @Nullable String password) {
        var login = new Properties();
        if (user != null) {
            login.setProperty("user", user);
        }
        if (password != null) {
            login.setProperty("password", password);
        }
        login.setProperty("ApplicationName", "tocsin command");
        return login;
    }

    /// Opens a connection each time it is asked.
    public DataSource source() {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        if (login.containsKey("user")) { // else they are in the address
            source.setUser(login.getProperty("user"));
            source.setPassword(login.getProperty("password"));
        }
        return source;
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, login);
    }

    /// Ends our own PostgreSQL if it was started for this command.
    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }
}
