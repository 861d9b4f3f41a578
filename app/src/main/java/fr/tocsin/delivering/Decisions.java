package fr.tocsin.delivering;

import static fr.tocsin.delivering.Times.at;

import fr.tocsin.delivering.DeliveryReport.Act;
import fr.tocsin.units.MemberId;
import fr.tocsin.units.UnitId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Carries out what a person decided about a delivery, in the caller's transaction, if it is still
/// safe.
@Repository
class Decisions {

    private final JdbcClient jdbc;
    private final Deliveries deliveries;
    private final Orders orders;
    private final Corrections corrections;
    private final Reports reports;
    private final Accounts accounts;

    Decisions(
            JdbcClient jdbc,
            Deliveries deliveries,
            Orders orders,
            Corrections corrections,
            Reports reports,
            Accounts accounts) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.orders = orders;
        this.corrections = corrections;
        this.reports = reports;
        this.accounts = accounts;
    }

    /// @return what to tell the others; empty when it is not safe (any more)
    Optional<DeliveryDecided> decide(
            UnitId unit, DeliveryId id, Act act, MemberId member, Instant now) {
        var locked = deliveries.lock(unit, id);
        if (locked.isEmpty()) {
            return Optional.empty();
        }
        var delivery = locked.get();
        var standing = standing(unit, delivery);
        if (!standing.shown().id().equals(id) || !standing.acts().contains(act)) {
            return Optional.empty();
        }
        switch (act) {
            case RETRY -> {
                ready(delivery, now);
                record(delivery, Outcome.RETRY_ASKED, member, now);
            }
            case SEND_AGAIN -> {
                disarm(delivery);
                ready(delivery, now);
                record(delivery, Outcome.SEND_AGAIN_ASKED, member, now);
            }
            case MARK_AS_SENT -> {
                markAsSent(delivery, now);
                end(delivery, Delivery.State.DONE, now);
                record(delivery, Outcome.MARKED_AS_SENT, member, now);
            }
            case GIVE_UP -> {
                end(delivery, Delivery.State.CANCELLED, now);
                record(delivery, Outcome.GIVEN_UP, member, now);
            }
            case REMOVE -> {
                var published = published(unit, delivery);
                corrections.giveUp(published, now);
                orders.remove(published, now);
                record(delivery, Outcome.REMOVAL_ASKED, member, now);
            }
        }
        return Optional.of(
                new DeliveryDecided(
                        unit, delivery.publication(), id, delivery.account(), act, member));
    }

    /// What a person decides about a removal is decided about that row alone.
    private Standing standing(UnitId unit, Delivery delivery) {
        var account = accounts.withRemoved(unit, delivery.account());
        var published = published(unit, delivery);
        return new Standing(
                published,
                deliveries.stages(published.id()),
                deliveries.corrections(published.id()).stream()
                        .map(row -> new Standing.Corrected(row, deliveries.stages(row.id())))
                        .toList(),
                deliveries.removalOf(published.id()),
                account,
                reports.canRemove(account));
    }

    /// What a correction corrects; anything else is itself.
    private Delivery published(UnitId unit, Delivery delivery) {
        var correction = delivery.correction();
        return correction == null ? delivery : deliveries.lock(unit, correction.of()).orElseThrow();
    }

    private void ready(Delivery delivery, Instant now) {
        jdbc.sql(
                        """
                        UPDATE delivery
                           SET state = 'ready', next_at = :now, failures = 0, settled_at = NULL,
                               due_at = CASE WHEN begun_at IS NULL THEN :now ELSE due_at END
                         WHERE id = :id
                        """)
                .param("now", at(now))
                .param("id", delivery.id().value())
                .update();
    }

    private void end(Delivery delivery, Delivery.State state, Instant now) {
        jdbc.sql(
                        """
                        UPDATE delivery SET state = :state, settled_at = :now
                         WHERE id = :id
                        """)
                .param("state", state.name().toLowerCase(Locale.ROOT))
                .param("now", at(now))
                .param("id", delivery.id().value())
                .update();
    }

    private void disarm(Delivery delivery) {
        jdbc.sql(
                        """
                        UPDATE delivery_step SET state = 'planned'
                         WHERE delivery_id = :id AND state = 'armed'
                        """)
                .param("id", delivery.id().value())
                .update();
    }

    private void markAsSent(Delivery delivery, Instant now) {
        jdbc.sql(
                        """
                        UPDATE delivery_step SET state = 'settled', settled_at = :now
                         WHERE delivery_id = :id AND state = 'armed'
                        """)
                .param("now", at(now))
                .param("id", delivery.id().value())
                .update();
    }

    private void record(Delivery delivery, Outcome outcome, MemberId member, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO delivery_attempt (delivery_id, epoch, at, outcome, member_id)
                        VALUES (:id, :epoch, :now, :outcome, :member)
                        """)
                .param("id", delivery.id().value())
                .param("epoch", delivery.epoch())
                .param("now", at(now))
                .param("outcome", outcome.word())
                .param("member", member.value())
                .update();
    }
}
