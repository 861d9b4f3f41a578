package fr.tocsin.publishing;

import static fr.tocsin.publishing.Columns.at;
import static fr.tocsin.publishing.Columns.instant;
import static fr.tocsin.publishing.Columns.instantOrNull;
import static fr.tocsin.publishing.Columns.uuid;
import static fr.tocsin.publishing.Columns.word;

import fr.tocsin.delivering.AccountId;
import fr.tocsin.delivering.Kind;
import fr.tocsin.units.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A unit's publications by their time.
@Component
class PlannedPublications {

    private final JdbcClient jdbc;

    PlannedPublications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// In the order of their times; one scan over each of the two indexes on times.
    ///
    /// @param from first day, on the clock of [Planning#ZONE]
    /// @param to the day after the last
    List<Planned> between(UnitId unit, LocalDate from, LocalDate to) {
        return jdbc
                .sql(
                        """
                        SELECT p.id, p.kind, p.title, left(p.text, 500) AS text, p.state, p.due_at, p.planned_local,
                               p.planned_turn, p.version, p.updated_at,
                               ARRAY(SELECT account_id FROM publication_account
                                      WHERE publication_id = p.id) AS accounts
                          FROM publication p
                         WHERE p.unit_id = :unit AND p.due_at >= :from AND p.due_at < :to
                        UNION ALL
                        SELECT p.id, p.kind, p.title, left(p.text, 500), p.state, p.due_at, p.planned_local,
                               p.planned_turn, p.version, p.updated_at,
                               ARRAY(SELECT account_id FROM publication_account WHERE publication_id = p.id)
                          FROM publication p
                         WHERE p.unit_id = :unit AND p.due_at IS NULL AND p.state <> 'cancelled'
                           AND p.planned_local >= :fromLocal AND p.planned_local < :toLocal
                        """)
                .param("unit", unit.value())
                .param("from", at(from.atStartOfDay(Planning.ZONE).toInstant()))
                .param("to", at(to.atStartOfDay(Planning.ZONE).toInstant()))
                .param("fromLocal", from.atStartOfDay())
                .param("toLocal", to.atStartOfDay())
                .query(PlannedPublications::planned)
                .list()
                .stream()
                .sorted(Comparator.comparing(Planned::at).thenComparing(p -> p.id().toString()))
                .toList();
    }

    private static Planned planned(ResultSet row, int n) throws SQLException {
        var turn = row.getString("planned_turn");
        var planning =
                new Planning(
                        row.getObject("planned_local", LocalDateTime.class),
                        turn == null ? null : word(Planning.Turn.class, turn));
        var title = row.getString("title").strip();
        return new Planned(
                new PublicationId(uuid(row, "id")),
                word(Kind.class, row.getString("kind")),
                title,
                Listed.heading(title, row.getString("text")),
                word(State.class, row.getString("state")),
                when(instantOrNull(row, "due_at"), planning),
                planning,
                row.getInt("version"),
                instant(row, "updated_at"),
                Arrays.stream((UUID[]) row.getArray("accounts").getArray())
                        .map(AccountId::new)
                        .toList());
    }

    private static Instant when(@Nullable Instant due, Planning planning) {
        if (due != null) {
            return due;
        }
        return switch (planning.moment()) {
            case Planning.Moment.At(Instant at) -> at;
            case Planning.Moment.Twice(Instant first, _) -> first;
            case Planning.Moment.Skipped(LocalDateTime next) ->
                    next.atZone(Planning.ZONE).toInstant();
            case Planning.Moment.Now _ ->
                    throw new IllegalStateException("a row without any time was selected");
        };
    }
}
