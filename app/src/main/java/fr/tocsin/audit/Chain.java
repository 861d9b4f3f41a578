package fr.tocsin.audit;

import fr.tocsin.audit.Verification.Broken;
import fr.tocsin.audit.Verification.Fault;
import fr.tocsin.audit.Verification.Sound;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/// Walks the chain from its beginning, a thousand entries at a time, on one connection; needs
/// nothing else of the server.
final class Chain {

    static final String COLUMNS =
            "number, at, act, unit_id, member_id, member, subject, about, address, previous, hash";

    private static final int AT_A_TIME = 1000;

    private Chain() {}

    /// @param connection in a transaction of its own, repeatable read, so that end and entries
    ///   belong together
    /// @param noted an end of the chain that was written down earlier
    static Verification verify(Connection connection, Optional<Head> noted) throws SQLException {
        var head = head(connection, "");
        var last = Head.NONE;
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(AT_A_TIME);
            try (var rows =
                    statement.executeQuery(
                            "SELECT " + COLUMNS + " FROM audit_entry ORDER BY number")) {
                while (rows.next()) {
                    var entry = entry(rows, 0);
                    var fault = fault(entry, last, noted);
                    if (fault.isPresent()) {
                        var number =
                                fault.get() == Fault.MISSING ? last.number() + 1 : entry.number();
                        return new Broken(number, fault.get());
                    }
                    last = new Head(entry.number(), entry.hash());
                }
            }
        }
        var expected = Math.max(head.number(), noted.map(Head::number).orElse(0L));
        if (last.number() < expected) {
            return new Broken(last.number() + 1, Fault.CUT_OFF);
        }
        return last.equals(head) ? new Sound(head) : new Broken(last.number(), Fault.UNLINKED);
    }

    private static Optional<Fault> fault(Entry entry, Head last, Optional<Head> noted) {
        if (entry.number() != last.number() + 1) {
            return Optional.of(Fault.MISSING);
        }
        if (!entry.compute().equals(entry.hash())) {
            return Optional.of(Fault.CHANGED);
        }
        if (!entry.previous().equals(last.hash())) {
            return Optional.of(Fault.UNLINKED);
        }
        return noted.filter(head -> head.number() == entry.number())
                .filter(head -> !head.hash().equals(entry.hash()))
                .map(head -> Fault.NOT_AS_NOTED);
    }

    static Head head(Connection connection, String lock) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT number, hash FROM audit_head" + lock)) {
            return rows.next() ? end(rows, 0) : Head.NONE;
        }
    }

    static Head end(ResultSet row, int number) throws SQLException {
        return new Head(row.getLong("number"), HexFormat.of().formatHex(row.getBytes("hash")));
    }

    static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("number"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("act"),
                row.getObject("unit_id", UUID.class),
                row.getObject("member_id", UUID.class),
                row.getString("member"),
                row.getObject("subject", UUID.class),
                row.getString("about"),
                row.getString("address"),
                HexFormat.of().formatHex(row.getBytes("previous")),
                HexFormat.of().formatHex(row.getBytes("hash")));
    }
}
