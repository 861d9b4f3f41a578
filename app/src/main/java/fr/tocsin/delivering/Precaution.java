package fr.tocsin.delivering;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/// What keeps a database that was brought back from an older state from sending what had left in
/// the meantime.
public final class Precaution {

    /// Nobody in particular.
    private static final UUID NOBODY = new UUID(0, 0);

    private Precaution() {}

    /// Stops every unit that has something to send, until a person there has looked and releases
    /// it. In the transaction of the connection.
    ///
    /// @return how many units
    public static int stopAll(Connection connection, String reason, Instant now)
            throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        """
                        INSERT INTO stoppage (id, unit_id, reason, stopped_by, stopped_by_name, stopped_at)
                        SELECT gen_random_uuid(), unit_id, ?, ?, 'Tocsin', ?
                          FROM (SELECT DISTINCT unit_id FROM delivery
                                 WHERE state IN ('ready', 'claimed') AND operation <> 'delete') AS waiting
                        ON CONFLICT (unit_id) WHERE released_at IS NULL DO NOTHING
                        """)) {
            insert.setString(1, reason);
            insert.setObject(2, NOBODY);
            insert.setObject(3, now.atOffset(ZoneOffset.UTC));
            return insert.executeUpdate();
        }
    }
}
