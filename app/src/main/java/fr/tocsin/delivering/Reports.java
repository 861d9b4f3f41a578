package fr.tocsin.delivering;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import fr.tocsin.units.UnitId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tells the desk how deliveries stand.
@Repository
class Reports {

    private final JdbcClient jdbc;
    private final Deliveries deliveries;
    private final Channels channels;
    private final Stoppages stoppages;

    Reports(JdbcClient jdbc, Deliveries deliveries, Channels channels, Stoppages stoppages) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.channels = channels;
        this.stoppages = stoppages;
    }

    /// A delivery, its corrections and its removal are one report.
    List<DeliveryReport> of(UnitId unit, UUID publication) {
        var all = deliveries.of(unit, publication);
        var ids = all.stream().map(Delivery::id).toList();
        var stages = deliveries.stages(ids);
        var tries = tries(ids);
        var accounts = accounts(unit, publication);
        var removals =
                all.stream()
                        .filter(delivery -> delivery.of() != null)
                        .collect(
                                Collectors.toMap(
                                        delivery -> Objects.requireNonNull(delivery.of()),
                                        Function.identity()));
        var stopped = stoppages.inForce(unit).isPresent();
        var corrections =
                all.stream()
                        .filter(delivery -> delivery.correction() != null)
                        .sorted(Comparator.comparing(Reports::number))
                        .collect(
                                groupingBy(
                                        delivery ->
                                                Objects.requireNonNull(delivery.correction()).of(),
                                        mapping(
                                                delivery ->
                                                        new Standing.Corrected(
                                                                delivery,
                                                                stages.getOrDefault(
                                                                        delivery.id(), List.of())),
                                                toList())));
        return all.stream()
                .filter(delivery -> delivery.operation() == Operation.PUBLISH)
                .map(delivery -> {
                    var account = Objects.requireNonNull(accounts.get(delivery.account()));
                    return new Standing(
                                    delivery,
                                    stages.getOrDefault(delivery.id(), List.of()),
                                    corrections.getOrDefault(delivery.id(), List.of()),
                                    Optional.ofNullable(removals.get(delivery.id())),
                                    account,
                                    canRemove(account))
                            .report(tries);
                })
                .map(report -> stopped ? report.keptBack() : report)
                .toList();
    }

    private static int number(Delivery delivery) {
        return Objects.requireNonNull(delivery.correction()).number();
    }

    boolean canRemove(Account account) {
        return channels.find(account.network()).filter(Recalls::canRecall).isPresent();
    }

    Map<UUID, DeliverySummary> summaries(UnitId unit, Collection<UUID> publications) {
        record Line(UUID publication, DeliverySummary summary) {}
        return jdbc
                .sql(
                        """
                        SELECT d.publication_id,
                               count(*) FILTER (WHERE (d.state = 'done' OR c.state = 'done')
                                                  AND r.state IS DISTINCT FROM 'done') AS published,
                               count(*) FILTER (WHERE d.state IN ('ready', 'claimed')
                                                   OR c.state IN ('ready', 'claimed')
                                                   OR r.state IN ('ready', 'claimed')) AS moving,
                               count(*) FILTER (WHERE d.state IN ('rejected', 'attention')
                                                   OR c.state IN ('rejected', 'attention')
                                                   OR r.state IN ('rejected', 'attention')) AS needs_person,
                               count(*) FILTER (WHERE d.state = 'cancelled' AND c.state IS NULL
                                                   OR r.state = 'done') AS ended,
                               count(*) FILTER (WHERE r.state = 'done') AS removed
                          FROM delivery d
                          LEFT JOIN delivery r ON r.of_delivery = d.id
                          LEFT JOIN LATERAL (SELECT state FROM delivery
                                              WHERE corrects = d.id AND state <> 'cancelled'
                                              ORDER BY correction DESC
                                              LIMIT 1) c ON true
                         WHERE d.unit_id = :unit AND d.publication_id = ANY(:publications)
                           AND d.operation = 'publish'
                         GROUP BY d.publication_id
                        """)
                .param("unit", unit.value())
                .param("publications", publications.toArray(UUID[]::new))
                .query((row, number) ->
                        new Line(
                                row.getObject("publication_id", UUID.class),
                                new DeliverySummary(
                                        row.getInt("published"),
                                        row.getInt("moving"),
                                        row.getInt("needs_person"),
                                        row.getInt("ended"),
                                        row.getInt("removed"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Line::publication, Line::summary));
    }

    int waitingForPerson(UnitId unit) {
        return jdbc.sql(
                        """
                        SELECT (SELECT count(*) FROM delivery
                                 WHERE unit_id = :unit AND state IN ('rejected', 'attention'))
                             + (SELECT count(*) FROM account WHERE unit_id = :unit AND state = 'reconnect')
                        """)
                .param("unit", unit.value())
                .query(Integer.class)
                .single();
    }

    /// With those that were removed since.
    private Map<AccountId, Account> accounts(UnitId unit, UUID publication) {
        return jdbc
                .sql(
                        "SELECT "
                                + Accounts.COLUMNS
                                + """
                                  FROM account a
                                 WHERE a.unit_id = :unit
                                   AND a.id IN (SELECT account_id FROM delivery
                                                 WHERE unit_id = :unit AND publication_id = :publication)
                                """)
                .param("unit", unit.value())
                .param("publication", publication)
                .query(Accounts::account)
                .list()
                .stream()
                .collect(Collectors.toMap(Account::id, Function.identity()));
    }

    private Map<DeliveryId, List<DeliveryReport.Try>> tries(List<DeliveryId> ids) {
        record Line(DeliveryId delivery, DeliveryReport.Try attempt) {}
        return jdbc
                .sql(
                        """
                        SELECT delivery_id, at, outcome, reason_code, reason_detail
                          FROM delivery_attempt
                         WHERE delivery_id = ANY(:ids)
                         ORDER BY id
                        """)
                .param("ids", ids.stream().map(DeliveryId::value).toArray(UUID[]::new))
                .query((row, number) ->
                        new Line(
                                new DeliveryId(row.getObject("delivery_id", UUID.class)),
                                new DeliveryReport.Try(
                                        Times.instant(row, "at"),
                                        row.getString("outcome"),
                                        Deliveries.reason(row))))
                .list()
                .stream()
                .collect(groupingBy(Line::delivery, mapping(Line::attempt, toList())));
    }
}
