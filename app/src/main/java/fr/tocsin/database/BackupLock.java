package fr.tocsin.database;

import java.sql.Connection;
import java.sql.SQLException;

/// Keeps files from being cleared away while a backup reads them.
public final class BackupLock {

    private static final String NAME = "7161534"; // any number that no other lock has

    /// Answers whether files may be cleared away; true keeps backups from beginning until the
    /// transaction ends.
    public static final String MAY_CLEAR = "SELECT pg_try_advisory_xact_lock_shared(" + NAME + ")";

    private BackupLock() {}

    /// Takes it until the connection is closed.
    ///
    /// @return false when another backup holds it
    public static boolean take(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT pg_try_advisory_lock(" + NAME + ")")) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
