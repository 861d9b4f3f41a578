package fr.tocsin.delivering;

import static fr.tocsin.delivering.Times.at;

import fr.tocsin.units.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Writes what is to be delivered, and takes it back.
@Repository
class Orders {

    private final JdbcClient jdbc;

    Orders(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void place(Order order, Instant now) {
        var states = accountStates(order);
        order.posts()
                .forEach((account, post) -> {
                    var state = states.get(account.value());
                    if (state == null) {
                        throw new IllegalArgumentException(
                                "account " + account + " is not one of unit " + order.unit());
                    }
                    if (state.equals("removed")) {
                        refuse(order, account, post, now);
                    } else {
                        insert(order, account, post, now);
                    }
                });
    }

    private Map<UUID, String> accountStates(Order order) {
        record Line(UUID id, String state) {}
        return jdbc
                .sql("SELECT id, state FROM account WHERE unit_id = :unit AND id = ANY(:ids)")
                .param("unit", order.unit().value())
                .param(
                        "ids",
                        order.posts().keySet().stream().map(AccountId::value).toArray(UUID[]::new))
                .query((row, number) -> new Line(row.getObject(1, UUID.class), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Line::id, Line::state));
    }

    private void insert(Order order, AccountId account, Post post, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO delivery AS d (id, unit_id, publication_id, revision_id, account_id, operation, post,
                                                   lane, due_at, state, next_at, created_at)
                        VALUES (:id, :unit, :publication, :revision, :account, 'publish', CAST(:post AS jsonb),
                                :lane, :due, 'ready', :due, :now)
                        ON CONFLICT (revision_id, account_id, operation) DO UPDATE
                           SET state = 'ready', post = excluded.post, lane = excluded.lane, due_at = excluded.due_at,
                               next_at = excluded.due_at, failures = 0, reason_code = NULL, reason_detail = NULL,
                               settled_at = NULL
                         WHERE d.state = 'cancelled' AND d.begun_at IS NULL AND d.unit_id = excluded.unit_id
                        """)
                .param("id", UUID.randomUUID())
                .param("unit", order.unit().value())
                .param("publication", order.publication())
                .param("revision", order.revision())
                .param("account", account.value())
                .param("post", Snapshots.write(post))
                .param("lane", Delivery.lane(post.kind()))
                .param("due", at(order.dueAt()))
                .param("now", at(now))
                .update();
    }

    /// The account went away between approval and now: say so instead of staying silent.
    private void refuse(Order order, AccountId account, Post post, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO delivery (id, unit_id, publication_id, revision_id, account_id, operation, post,
                                              lane, due_at, state, next_at, reason_code, created_at, settled_at)
                        VALUES (:id, :unit, :publication, :revision, :account, 'publish', CAST(:post AS jsonb),
                                :lane, :due, 'cancelled', :due, 'account-removed', :now, :now)
                        ON CONFLICT (revision_id, account_id, operation) DO NOTHING
                        """)
                .param("id", UUID.randomUUID())
                .param("unit", order.unit().value())
                .param("publication", order.publication())
                .param("revision", order.revision())
                .param("account", account.value())
                .param("post", Snapshots.write(post))
                .param("lane", Delivery.lane(post.kind()))
                .param("due", at(order.dueAt()))
                .param("now", at(now))
                .update();
    }

    /// Orders that the copies of a delivery be removed; a removal that was given up is due again.
    void remove(Delivery delivery, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO delivery AS d (id, unit_id, publication_id, revision_id, account_id, operation,
                                                   of_delivery, post, lane, due_at, state, next_at, created_at)
                        SELECT :id, unit_id, publication_id, revision_id, account_id, 'delete', id, post,
                               :lane, :now, 'ready', :now, :now
                          FROM delivery
                         WHERE id = :of AND operation = 'publish'
                        ON CONFLICT (revision_id, account_id, operation) DO UPDATE
                           SET state = 'ready', due_at = :now, next_at = :now, failures = 0,
                               reason_code = NULL, reason_detail = NULL, settled_at = NULL
                         WHERE d.state = 'cancelled'
                        """)
                .param("id", UUID.randomUUID())
                .param("of", delivery.id().value())
                .param("lane", Delivery.REMOVAL_LANE)
                .param("now", at(now))
                .update();
    }

    /// Orders that the copies of a delivery and of its corrections be removed, for good: one that
    /// was given up is due again.
    void recall(UnitId unit, DeliveryId delivery, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO delivery AS d (id, unit_id, publication_id, revision_id, account_id, operation,
                                                   of_delivery, post, lane, due_at, state, next_at, created_at)
                        SELECT :id, unit_id, publication_id, revision_id, account_id, 'delete', id, post,
                               :lane, :now, 'ready', :now, :now
                          FROM delivery
                         WHERE id = :of AND unit_id = :unit AND operation = 'publish'
                        ON CONFLICT (revision_id, account_id, operation) DO UPDATE
                           SET state = 'ready', lane = excluded.lane, due_at = :now, next_at = :now, failures = 0,
                               reason_code = NULL, reason_detail = NULL, settled_at = NULL
                         WHERE d.state = 'cancelled'
                        """)
                .param("id", UUID.randomUUID())
                .param("of", delivery.value())
                .param("unit", unit.value())
                .param("lane", Delivery.REMOVAL_LANE)
                .param("now", at(now))
                .update();
    }

    /// One copy of a removal that has ended is to be removed once more.
    void recallAgain(UnitId unit, DeliveryId delivery, RemotePost post, Instant now) {
        var removal =
                jdbc.sql(
                                """
                                UPDATE delivery
                                   SET state = 'ready', due_at = :now, next_at = :now, failures = 0,
                                       reason_code = NULL, reason_detail = NULL, settled_at = NULL
                                 WHERE unit_id = :unit AND of_delivery = :of AND operation = 'delete'
                                   AND state IN ('done', 'rejected', 'attention', 'cancelled')
                                RETURNING id
                                """)
                        .param("now", at(now))
                        .param("unit", unit.value())
                        .param("of", delivery.value())
                        .query(UUID.class)
                        .optional();
        removal.ifPresent(id ->
                jdbc.sql(
                                """
                                UPDATE delivery_step
                                   SET state = 'planned', outcome = NULL, settled_at = NULL, reason_code = NULL,
                                       reason_detail = NULL
                                 WHERE delivery_id = :id AND posts -> 0 ->> 'id' = :post
                                """)
                        .param("id", id)
                        .param("post", post.id())
                        .update());
    }

    /// Raising the epoch stops a worker that has it in hand before it arms anything.
    int cancel(UnitId unit, UUID publication, Reason reason, Instant now) {
        var cancelled =
                jdbc.sql(
                                """
                                UPDATE delivery
                                   SET state = 'cancelled', epoch = epoch + 1, reason_code = :code,
                                       reason_detail = :detail, settled_at = :now
                                 WHERE unit_id = :unit AND publication_id = :publication AND operation <> 'delete'
                                   AND state IN ('ready', 'claimed') AND begun_at IS NULL
                                RETURNING id
                                """)
                        .param("unit", unit.value())
                        .param("publication", publication)
                        .param("code", reason.code())
                        .param("detail", reason.detail())
                        .param("now", at(now))
                        .query(UUID.class)
                        .list();
        forgetPlans(cancelled);
        return cancelled.size();
    }

    /// Nothing of these was ever armed: should they be ordered again, they get new keys.
    private void forgetPlans(List<UUID> deliveries) {
        jdbc.sql("DELETE FROM delivery_step WHERE delivery_id = ANY(:ids)")
                .param("ids", deliveries.toArray(UUID[]::new))
                .update();
    }
}
