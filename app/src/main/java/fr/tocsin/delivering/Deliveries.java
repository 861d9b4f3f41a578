package fr.tocsin.delivering;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import fr.tocsin.units.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads deliveries and their steps.
@Repository
class Deliveries {

    static final String COLUMNS =
            """
            d.id, d.unit_id, d.publication_id, d.revision_id, d.account_id, d.operation, d.of_delivery, d.corrects,
            d.correction, d.post, d.lane, d.due_at, d.state, d.next_at, d.epoch, d.failures, d.reason_code,
            d.reason_detail, d.begun_at, d.settled_at, d.recalled_at
            """;

    private final JdbcClient jdbc;

    Deliveries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Delivery> of(UnitId unit, UUID publication) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + """
                                  FROM delivery d
                                 WHERE d.unit_id = :unit AND d.publication_id = :publication
                                 ORDER BY d.created_at DESC, d.id
                                """)
                .param("unit", unit.value())
                .param("publication", publication)
                .query(Deliveries::delivery)
                .list();
    }

    /// Holds the row until the transaction ends, so that neither a worker nor a second person
    /// changes it meanwhile.
    Optional<Delivery> lock(UnitId unit, DeliveryId delivery) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + """
                                  FROM delivery d
                                 WHERE d.unit_id = :unit AND d.id = :id
                                   FOR UPDATE
                                """)
                .param("unit", unit.value())
                .param("id", delivery.value())
                .query(Deliveries::delivery)
                .optional();
    }

    Optional<Delivery> removalOf(DeliveryId delivery) {
        return jdbc.sql("SELECT " + COLUMNS + "FROM delivery d WHERE d.of_delivery = :id")
                .param("id", delivery.value())
                .query(Deliveries::delivery)
                .optional();
    }

    /// The copies that the delivery to be removed has made, and its corrections, in order.
    List<RemotePost> copies(Delivery removal) {
        var of = Objects.requireNonNull(removal.of(), "a removal names what it removes");
        return copies(of, Integer.MAX_VALUE).stream().map(Written::post).toList();
    }

    /// What stands on the network before this delivery adds to it: nothing unless it is a
    /// correction.
    List<Written> before(Delivery delivery) {
        var correction = delivery.correction();
        return correction == null ? List.of() : copies(correction.of(), correction.number());
    }

    /// The corrections of what a delivery published, in order.
    List<Delivery> corrections(DeliveryId of) {
        return made(of, Integer.MAX_VALUE).stream()
                .filter(delivery -> delivery.correction() != null)
                .toList();
    }

    /// What a delivery made public, as its corrections before that number left it.
    private List<Written> copies(DeliveryId of, int number) {
        var deliveries = made(of, number);
        var stages = stages(deliveries.stream().map(Delivery::id).toList());
        List<Written> copies = List.of();
        for (var delivery : deliveries) {
            copies = Copies.after(copies, delivery, stages.getOrDefault(delivery.id(), List.of()));
        }
        return copies;
    }

    private List<Delivery> made(DeliveryId of, int number) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + """
                                  FROM delivery d
                                 WHERE (d.id = :of OR d.corrects = :of) AND d.correction < :number
                                 ORDER BY d.correction
                                """)
                .param("of", of.value())
                .param("number", number)
                .query(Deliveries::delivery)
                .list();
    }

    List<Stage> stages(DeliveryId delivery) {
        return stages(List.of(delivery)).getOrDefault(delivery, List.of());
    }

    Map<DeliveryId, List<Stage>> stages(Collection<DeliveryId> deliveries) {
        record Line(DeliveryId delivery, Stage stage) {}
        return jdbc
                .sql(
                        """
                        SELECT delivery_id, position, first_part, parts, key, state, armed_at, last_armed_at, posts,
                               settled_at, outcome, reason_code, reason_detail
                          FROM delivery_step
                         WHERE delivery_id = ANY(:ids)
                         ORDER BY delivery_id, position
                        """)
                .param("ids", deliveries.stream().map(DeliveryId::value).toArray(UUID[]::new))
                .query((row, number) ->
                        new Line(
                                new DeliveryId(row.getObject("delivery_id", UUID.class)),
                                stage(row)))
                .list()
                .stream()
                .collect(groupingBy(Line::delivery, mapping(Line::stage, toList())));
    }

    static Delivery delivery(ResultSet row, int number) throws SQLException {
        var of = row.getObject("of_delivery", UUID.class);
        return new Delivery(
                new DeliveryId(row.getObject("id", UUID.class)),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getObject("publication_id", UUID.class),
                row.getObject("revision_id", UUID.class),
                new AccountId(row.getObject("account_id", UUID.class)),
                Operation.valueOf(row.getString("operation").toUpperCase(Locale.ROOT)),
                of == null ? null : new DeliveryId(of),
                correction(row),
                Snapshots.post(row.getString("post")),
                row.getInt("lane"),
                Times.instant(row, "due_at"),
                Delivery.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Times.instant(row, "next_at"),
                row.getInt("epoch"),
                row.getInt("failures"),
                reason(row),
                Times.instantOrNull(row, "begun_at"),
                Times.instantOrNull(row, "settled_at"),
                Times.instantOrNull(row, "recalled_at"));
    }

    private static Delivery.@Nullable Correction correction(ResultSet row) throws SQLException {
        var corrects = row.getObject("corrects", UUID.class);
        return corrects == null
                ? null
                : new Delivery.Correction(new DeliveryId(corrects), row.getInt("correction"));
    }

    static @Nullable Reason reason(ResultSet row) throws SQLException {
        var code = row.getString("reason_code");
        var detail = row.getString("reason_detail");
        return code == null ? null : new Reason(code, detail == null ? "" : detail);
    }

    private static Stage stage(ResultSet row) throws SQLException {
        return new Stage(
                row.getInt("position"),
                new Step(row.getInt("first_part"), row.getInt("parts"), row.getString("key")),
                Stage.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Times.instantOrNull(row, "armed_at"),
                Times.instantOrNull(row, "last_armed_at"),
                Snapshots.posts(row.getString("posts")),
                ending(row));
    }

    private static Stage.Ending ending(ResultSet row) throws SQLException {
        var outcome = row.getString("outcome");
        return new Stage.Ending(
                outcome == null ? null : Outcome.valueOf(outcome.toUpperCase(Locale.ROOT)),
                Times.instantOrNull(row, "settled_at"),
                reason(row));
    }
}
