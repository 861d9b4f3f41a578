package fr.tocsin.backup;

import fr.tocsin.backup.Contents.Migration;
import fr.tocsin.backup.Contents.Sequence;
import fr.tocsin.backup.Contents.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is in the database, as the database itself says.
final class Catalogue {

    static final String HISTORY = "flyway_schema_history";

    /// Not worth keeping, and better not: who was signed out since must not be signed in again.
    static final Set<String> LEFT_OUT =
            Set.of(HISTORY, "spring_session", "spring_session_attributes");

    private final Connection connection;

    Catalogue(Connection connection) {
        this.connection = connection;
    }

    /// In an order in which they can be filled.
    List<Table> tables() throws SQLException {
        var columns = new LinkedHashMap<String, List<String>>();
        each(
                """
                SELECT c.relname, a.attname
                  FROM pg_class c
                  JOIN pg_attribute a ON a.attrelid = c.oid
                 WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition
                   AND c.relnamespace = current_schema()::regnamespace
                   AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                 ORDER BY c.relname, a.attnum
                """,
                row -> columns.computeIfAbsent(row[0], name -> new ArrayList<>()).add(row[1]));
        columns.keySet().removeAll(LEFT_OUT);
        return inOrder(columns.keySet(), pointers()).stream()
                .map(name -> new Table(name, columns.getOrDefault(name, List.of())))
                .toList();
    }

    /// Which tables each table points at.
    private Map<String, Set<String>> pointers() throws SQLException {
        var pointers = new LinkedHashMap<String, Set<String>>();
        each(
                """
                SELECT f.relname, t.relname
                  FROM pg_constraint k
                  JOIN pg_class f ON f.oid = k.conrelid
                  JOIN pg_class t ON t.oid = k.confrelid
                 WHERE k.contype = 'f' AND k.conrelid <> k.confrelid
                   AND f.relnamespace = current_schema()::regnamespace
                """,
                row -> pointers.computeIfAbsent(row[0], name -> new LinkedHashSet<>()).add(row[1]));
        return pointers;
    }

    private static List<String> inOrder(Set<String> tables, Map<String, Set<String>> pointers) {
        var placed = new LinkedHashSet<String>();
        while (placed.size() < tables.size()) {
            var next =
                    tables.stream()
                            .filter(table -> !placed.contains(table))
                            .filter(table ->
                                    pointers.getOrDefault(table, Set.of()).stream()
                                            .allMatch(to ->
                                                    placed.contains(to) || !tables.contains(to)))
                            .toList();
            if (next.isEmpty()) {
                throw new IllegalStateException(
                        "these tables point at each other in a circle, and cannot be filled one after the other: "
                                + tables.stream().filter(one -> !placed.contains(one)).toList());
            }
            placed.addAll(next);
        }
        return List.copyOf(placed);
    }

    List<Sequence> sequences() throws SQLException {
        var names = new ArrayList<String>();
        each(
                """
                SELECT relname, '' FROM pg_class
                 WHERE relkind = 'S' AND relnamespace = current_schema()::regnamespace
                 ORDER BY relname
                """,
                row -> names.add(row[0]));
        var sequences = new ArrayList<Sequence>();
        for (var name : names) {
            each(
                    "SELECT last_value, is_called FROM \"" + name + "\"",
                    row ->
                            sequences.add(
                                    new Sequence(
                                            name, Long.parseLong(row[0]), row[1].equals("t"))));
        }
        return sequences;
    }

    /// Empty where no Tocsin has been yet.
    List<Migration> migrations() throws SQLException {
        var migrations = new ArrayList<Migration>();
        if (exists(HISTORY)) {
            each(
                    "SELECT version, coalesce(checksum, 0) FROM "
                            + HISTORY
                            + " WHERE success AND version IS NOT NULL ORDER BY installed_rank",
                    row -> migrations.add(new Migration(row[0], Integer.parseInt(row[1]))));
        }
        return migrations;
    }

    boolean exists(String table) throws SQLException {
        return yes("SELECT to_regclass(quote_ident('" + table + "')) IS NOT NULL");
    }

    /// Whether a server works on this database at this moment.
    boolean serverIsRunning() throws SQLException {
        return yes(
                """
                SELECT EXISTS (SELECT FROM pg_stat_activity
                                WHERE datname = current_database() AND application_name = 'tocsin')
                """);
    }

    /// Whether anybody has begun to work with it.
    boolean inUse() throws SQLException {
        for (var table : List.of("unit", "member", "audit_entry")) {
            if (exists(table) && hasRows(table)) {
                return true;
            }
        }
        return false;
    }

    boolean hasRows(String table) throws SQLException {
        return yes("SELECT EXISTS (SELECT FROM \"" + table + "\")");
    }

    private boolean yes(String question) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    private void each(String query, RowConsumer consumer) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                consumer.accept(new String[] {rows.getString(1), rows.getString(2)});
            }
        }
    }

    private interface RowConsumer {
        void accept(String[] row);
    }
}
