package fr.tocsin.delivering;

import static fr.tocsin.delivering.Times.at;
import static java.util.stream.Collectors.groupingBy;

import fr.tocsin.units.UnitId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Orders corrections of what is public. What has not begun to be public is not corrected but
/// replaced: of several corrections only the newest leaves, and one that overtakes the publication
/// itself takes its place.
@Repository
class Corrections {

    private static final Reason SUPERSEDED = Reason.of("superseded");

    private final JdbcClient jdbc;
    private final Deliveries deliveries;
    private final Orders orders;
    private final Accounts accounts;
    private final Channels channels;

    Corrections(
            JdbcClient jdbc,
            Deliveries deliveries,
            Orders orders,
            Accounts accounts,
            Channels channels) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.orders = orders;
        this.accounts = accounts;
        this.channels = channels;
    }

    /// How a correction reaches each account where something of the publication is, or may be,
    /// public. An account that is missing has seen nothing of it.
    Map<AccountId, Means> reached(UnitId unit, UUID publication) {
        return means(unit, deliveries.of(unit, publication));
    }

    /// As [#reached]; nothing about it changes until the transaction ends.
    Map<AccountId, Means> held(UnitId unit, UUID publication) {
        hold(unit, publication);
        return reached(unit, publication);
    }

    void place(Order order, Instant now) {
        hold(order.unit(), order.publication());
        var all = deliveries.of(order.unit(), order.publication());
        var means = means(order.unit(), all);
        var rows = all.stream().collect(groupingBy(Delivery::account));
        var first = new HashMap<AccountId, Post>();
        order.posts()
                .forEach((account, post) -> {
                    var known = rows.getOrDefault(account, List.of());
                    if (known.stream().anyMatch(row -> row.revision().equals(order.revision()))) {
                        return; // a repeat
                    }
                    supersede(known, now);
                    if (means.containsKey(account)) {
                        correct(order, account, post, means.get(account), now);
                    } else {
                        first.put(account, post);
                    }
                });
        if (!first.isEmpty()) {
            orders.place(
                    new Order(
                            order.unit(),
                            order.publication(),
                            order.revision(),
                            order.dueAt(),
                            first),
                    now);
        }
    }

    /// What is to be removed is not corrected any more, as far as nothing is on its way.
    void giveUp(Delivery publish, Instant now) {
        cancel(deliveries.corrections(publish.id()), Reason.of("removal-ordered"), now);
    }

    private void hold(UnitId unit, UUID publication) {
        jdbc.sql(
                        """
                        SELECT id FROM delivery
                         WHERE unit_id = :unit AND publication_id = :publication
                         ORDER BY id
                           FOR UPDATE
                        """)
                .param("unit", unit.value())
                .param("publication", publication)
                .query(UUID.class)
                .list();
    }

    private Map<AccountId, Means> means(UnitId unit, List<Delivery> all) {
        var means = new HashMap<AccountId, Means>();
        all.stream()
                .filter(row -> row.operation() == Operation.PUBLISH && row.begunAt() != null)
                .forEach(row ->
                        means.putIfAbsent(
                                row.account(),
                                isBeingRemoved(row, all) ? Means.NONE : means(unit, row)));
        return means;
    }

    private Means means(UnitId unit, Delivery row) {
        var account = accounts.withRemoved(unit, row.account());
        if (account.state() == Account.State.REMOVED) {
            return Means.NONE;
        }
        return means(channels.find(account.network()));
    }

    private static Means means(Optional<Channel> channel) {
        if (channel.filter(found -> found instanceof Channel.Edits).isPresent()) {
            return Means.EDIT;
        }
        return channel.filter(found -> found instanceof Channel.Replies).isPresent()
                ? Means.REPLY
                : Means.NONE;
    }

    private static boolean isBeingRemoved(Delivery publish, List<Delivery> all) {
        return all.stream()
                .anyMatch(row ->
                        publish.id().equals(row.of()) && row.state() != Delivery.State.CANCELLED);
    }

    /// What may be public is settled first; the correction waits for it.
    private void supersede(List<Delivery> rows, Instant now) {
        cancel(
                rows.stream().filter(row -> row.operation() != Operation.DELETE).toList(),
                SUPERSEDED,
                now);
    }

    /// Raising the epoch stops a worker that has one in hand before it arms anything more.
    private void cancel(List<Delivery> rows, Reason reason, Instant now) {
        var open =
                rows.stream()
                        .filter(row ->
                                switch (row.state()) {
                                    case READY, CLAIMED, REJECTED, ATTENTION -> true;
                                    case DONE, CANCELLED -> false;
                                })
                        .map(row -> row.id().value())
                        .collect(Collectors.toSet());
        if (open.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        UPDATE delivery d
                           SET state = 'cancelled', epoch = epoch + 1, reason_code = :code, reason_detail = NULL,
                               settled_at = :now
                         WHERE d.id IN (:open)
                           AND NOT EXISTS (SELECT FROM delivery_step s
                                            WHERE s.delivery_id = d.id AND s.state = 'armed')
                        """)
                .param("code", reason.code())
                .param("now", at(now))
                .param("open", open)
                .update();
    }

    private void correct(Order order, AccountId account, Post post, Means means, Instant now) {
        if (!means.reaches()) {
            throw new IllegalArgumentException(
                    "nothing can be corrected on account "
                            + account
                            + ": ask how it is reached before ordering");
        }
        jdbc.sql(
                        """
                        INSERT INTO delivery (id, unit_id, publication_id, revision_id, account_id, operation, corrects,
                                              correction, post, lane, due_at, state, next_at, created_at)
                        SELECT :id, unit_id, publication_id, :revision, account_id, :operation, id,
                               1 + coalesce((SELECT max(c.correction) FROM delivery c WHERE c.corrects = d.id), 0),
                               CAST(:post AS jsonb), :lane, :due, 'ready', :due, :now
                          FROM delivery d
                         WHERE unit_id = :unit AND publication_id = :publication AND account_id = :account
                           AND operation = 'publish' AND begun_at IS NOT NULL
                         ORDER BY created_at DESC, id
                         LIMIT 1
                        """)
                .param("id", UUID.randomUUID())
                .param("revision", order.revision())
                .param("operation", means == Means.EDIT ? "edit" : "reply")
                .param("post", Snapshots.write(post))
                .param("lane", Delivery.correctionLane(post.kind()))
                .param("due", at(order.dueAt()))
                .param("now", at(now))
                .param("unit", order.unit().value())
                .param("publication", order.publication())
                .param("account", account.value())
                .update();
    }
}
