package fr.tocsin.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/// The record for commands at the terminal, which have a connection and nothing else of the server.
public final class AuditAtHand {

    private AuditAtHand() {}

    /// Records a deed of nobody in particular, in the transaction of the connection.
    public static void record(Connection connection, Deed deed, Clock clock) throws SQLException {
        var nothing = HexFormat.of().parseHex(Entry.NOTHING);
        try (var insert =
                connection.prepareStatement(
                        "INSERT INTO audit_head (only_one, number, hash) VALUES (true, 0, ?)"
                                + " ON CONFLICT (only_one) DO NOTHING")) {
            insert.setBytes(1, nothing);
            insert.executeUpdate();
        }
        var head = Chain.head(connection, " FOR UPDATE");
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var entry = Entry.after(head.number() + 1, head.hash(), now, deed, "");
        try (var add =
                connection.prepareStatement(
                        """
                        WITH moved AS (UPDATE audit_head SET number = ?, hash = ?)
                        INSERT INTO audit_entry (number, at, act, member, subject, about, address, previous, hash)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)) {
            add.setLong(1, entry.number());
            add.setBytes(2, HexFormat.of().parseHex(entry.hash()));
            add.setLong(3, entry.number());
            add.setObject(4, entry.at().atOffset(ZoneOffset.UTC));
            add.setString(5, entry.act());
            add.setString(6, entry.name());
            add.setObject(7, entry.subject());
            add.setString(8, entry.about());
            add.setString(9, entry.address());
            add.setBytes(10, HexFormat.of().parseHex(entry.previous()));
            add.setBytes(11, HexFormat.of().parseHex(entry.hash()));
            add.executeUpdate();
        }
    }
}
