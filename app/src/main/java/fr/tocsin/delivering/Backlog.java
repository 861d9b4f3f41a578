package fr.tocsin.delivering;

import static fr.tocsin.delivering.Times.at;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import fr.tocsin.units.UnitId;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What piles up in a unit that has stopped, and what becomes of it when it goes on.
@Repository
class Backlog {

    /// What the stop keeps back: removals and what is armed go on.
    private static final String KEPT_BACK =
            """
            d.unit_id = :unit AND d.operation <> 'delete' AND d.state IN ('ready', 'claimed')
            AND NOT EXISTS (SELECT FROM delivery_step t WHERE t.delivery_id = d.id AND t.state = 'armed')
            """;

    private final JdbcClient jdbc;

    Backlog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Alerts first, then by the time at which they were to leave.
    List<HeldBack> of(UnitId unit, Instant now) {
        record Line(Delivery delivery, Account account) {}
        return jdbc
                .sql(
                        """
                        SELECT %s, %s
                          FROM delivery d
                          JOIN account a ON a.id = d.account_id
                         WHERE %s
                         ORDER BY d.lane, d.due_at, d.publication_id
                        """
                                .formatted(Deliveries.COLUMNS, Accounts.COLUMNS, KEPT_BACK))
                .param("unit", unit.value())
                .query((row, number) ->
                        new Line(Deliveries.delivery(row, number), Accounts.account(row, number)))
                .list()
                .stream()
                .collect(
                        groupingBy(
                                line -> line.delivery().publication(),
                                LinkedHashMap::new,
                                toList()))
                .values()
                .stream()
                .map(lines -> {
                    var first = lines.getFirst().delivery();
                    return new HeldBack(
                            first.publication(),
                            first.post().kind(),
                            HeldBack.heading(first.post()),
                            first.dueAt(),
                            !first.dueAt().isAfter(now),
                            lines.stream().anyMatch(line -> line.delivery().begunAt() != null),
                            lines.stream().map(Line::account).toList());
                })
                .toList();
    }

    /// Lets late ones leave now: a person has just said so, whatever the clock says.
    ///
    /// @return how many deliveries
    int send(UnitId unit, Collection<UUID> publications, Instant now) {
        return jdbc.sql(
                        """
                        UPDATE delivery d
                           SET state = 'ready', epoch = epoch + 1, worker = NULL, failures = 0, next_at = :now,
                               due_at = CASE WHEN d.begun_at IS NULL THEN :now ELSE d.due_at END,
                               reason_code = NULL, reason_detail = NULL
                         WHERE d.due_at <= :now AND d.publication_id = ANY(:publications) AND
                        """
                                + KEPT_BACK)
                .param("unit", unit.value())
                .param("publications", publications.toArray(UUID[]::new))
                .param("now", at(now))
                .update();
    }

    /// Puts every other late one before a person. Raising the epoch stops a worker that still has
    /// one in hand before it arms anything.
    List<DeliveryNeedsPerson> hold(UnitId unit, Collection<UUID> sent, Instant now) {
        return jdbc.sql(
                        """
                        UPDATE delivery d
                           SET state = 'attention', epoch = epoch + 1, worker = NULL, next_at = :now,
                               reason_code = 'held-back', reason_detail = NULL
                         WHERE d.due_at <= :now AND d.publication_id <> ALL(:sent) AND
                        """
                                + KEPT_BACK
                                + " RETURNING d.publication_id, d.id")
                .param("unit", unit.value())
                .param("sent", sent.toArray(UUID[]::new))
                .param("now", at(now))
                .query((row, number) ->
                        new DeliveryNeedsPerson(
                                unit,
                                row.getObject("publication_id", UUID.class),
                                new DeliveryId(row.getObject("id", UUID.class))))
                .list();
    }
}
