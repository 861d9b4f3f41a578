package fr.tocsin.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/// Our own PostgreSQL with one database in it, and an ordinary role that owns it.
final class OwnDatabase implements AutoCloseable {

    static final String NAME = "tocsin";

    private final PostgresFolder folder;
    private final PostgresServer server;

    private OwnDatabase(PostgresFolder folder, PostgresServer server) {
        this.folder = folder;
        this.server = server;
    }

    /// @param connections how many the server will open at most
    /// @throws UnusableDatabase when the folder or PostgreSQL refuses
    static OwnDatabase start(Path home, int connections) {
        var folder = PostgresFolder.open(home);
        try {
            var server = PostgresServer.start(folder, options(connections));
            var database = new OwnDatabase(folder, server);
            database.makeRole();
            return database;
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    String url() {
        return server.url(NAME);
    }

    String password() {
        return folder.password();
    }

    PostgresServer server() {
        return server;
    }

    @Override
    public void close() {
        server.close();
        folder.close();
    }

    /// Small and frugal: one server of a few hundred units, on a machine with other work.
    private static List<String> options(int connections) {
        int spare = 10;
        return List.of(
                "max_connections=" + (connections + spare),
                "shared_buffers=64MB",
                "max_parallel_workers_per_gather=0",
                "jit=off",
                "log_checkpoints=off",
                "log_statement=none");
    }

    private void makeRole() {
        try (var connection = superuser()) {
            if (!answers(connection, "SELECT FROM pg_roles WHERE rolname = '" + NAME + "'")) {
                execute(
                        connection,
                        "CREATE ROLE " + NAME + " LOGIN PASSWORD '" + folder.password() + "'");
            }
            if (!answers(connection, "SELECT FROM pg_database WHERE datname = '" + NAME + "'")) {
                execute(connection, "CREATE DATABASE " + NAME + " OWNER " + NAME);
            }
        } catch (SQLException e) {
            server.close();
            throw new UnusableDatabase(
                    "PostgreSQL started but refuses us: " + e.getMessage(),
                    "Its own words are in " + folder.log() + ".",
                    e);
        }
    }

    private Connection superuser() throws SQLException {
        return DriverManager.getConnection(
                server.url("postgres"), PostgresFolder.SUPERUSER, folder.password());
    }

    private static boolean answers(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
