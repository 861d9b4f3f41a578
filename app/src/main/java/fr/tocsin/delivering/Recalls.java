package fr.tocsin.delivering;

import static fr.tocsin.delivering.Times.at;

import fr.tocsin.units.UnitId;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Takes back what was published: stops what has not left, tells which copies exist, and has them
/// removed in the lane of removals. Every act may be repeated.
@Service
public class Recalls {

    static final Reason TAKEN_DOWN = Reason.of("taken-down");

    private static final Logger LOG = LoggerFactory.getLogger(Recalls.class);

    private final JdbcClient jdbc;
    private final Orders orders;
    private final Whereabouts whereabouts;
    private final Accounts accounts;
    private final Channels channels;
    private final Doorbell doorbell;
    private final Clock clock;

    Recalls(
            JdbcClient jdbc,
            Orders orders,
            Whereabouts whereabouts,
            Accounts accounts,
            Channels channels,
            Doorbell doorbell,
            Clock clock) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.whereabouts = whereabouts;
        this.accounts = accounts;
        this.channels = channels;
        this.doorbell = doorbell;
        this.clock = clock;
    }

    static boolean canRecall(Channel channel) {
        return channel instanceof Channel.Deletes || channel instanceof Channel.Replaces;
    }

    /// From the end of the caller's transaction on, nothing more of the publication leaves. What is
    /// out already, or may be, stays to be chased.
    ///
    /// @return how many deliveries were taken back before anything of them was public
    @Transactional(propagation = Propagation.MANDATORY)
    public int stop(UnitId unit, UUID publication) {
        var stopped = orders.cancel(unit, publication, TAKEN_DOWN, clock.instant());
        jdbc.sql(
                        """
                        UPDATE delivery SET recalled_at = :now
                         WHERE unit_id = :unit AND publication_id = :publication AND operation <> 'delete'
                           AND recalled_at IS NULL
                        """)
                .param("now", at(clock.instant()))
                .param("unit", unit.value())
                .param("publication", publication)
                .update();
        endHalfSent(unit, publication);
        Doorbell.afterCommit(doorbell);
        return stopped;
    }

    /// A thread of which a part is public and the rest was to follow goes no further, and no
    /// correction waits any more; where something new may be public, it is looked for at once. What
    /// an edit may have changed is not looked for: that copy is known, and is removed.
    private void endHalfSent(UnitId unit, UUID publication) {
        jdbc.sql(
                        """
                        UPDATE delivery d
                           SET state = CASE WHEN s.armed THEN d.state ELSE 'cancelled' END,
                               settled_at = CASE WHEN s.armed THEN d.settled_at ELSE CAST(:now AS timestamptz) END,
                               next_at = least(d.next_at, :now)
                          FROM (SELECT id, EXISTS (SELECT FROM delivery_step
                                                    WHERE delivery_id = id AND state = 'armed'
                                                      AND posts = '[]') AS armed
                                  FROM delivery
                                 WHERE unit_id = :unit AND publication_id = :publication) s
                         WHERE d.id = s.id AND d.operation <> 'delete'
                           AND (d.state = 'ready' OR d.corrects IS NOT NULL AND d.state IN ('rejected', 'attention'))
                        """)
                .param("now", at(clock.instant()))
                .param("unit", unit.value())
                .param("publication", publication)
                .update();
    }

    /// Every copy of the publication that exists or may exist, the oldest first.
    @Transactional(readOnly = true)
    public List<Copy> copies(UnitId unit, UUID publication) {
        return whereabouts.of(unit, publication);
    }

    /// Orders, in the caller's transaction, that what this delivery and its corrections made be
    /// removed. Ordered already: nothing changes.
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(UnitId unit, DeliveryId delivery) {
        orders.recall(unit, delivery, clock.instant());
        Doorbell.afterCommit(doorbell);
    }

    /// Orders, in the caller's transaction, that a copy be removed once more: it is there again, or
    /// a person wants the network asked again.
    @Transactional(propagation = Propagation.MANDATORY)
    public void removeAgain(UnitId unit, DeliveryId delivery, RemotePost post) {
        orders.recallAgain(unit, delivery, post, clock.instant());
        Doorbell.afterCommit(doorbell);
    }

    /// A person has seen to what no program could tell, of a delivery or of its corrections: it is
    /// not looked for any more.
    @Transactional(propagation = Propagation.MANDATORY)
    public void close(UnitId unit, DeliveryId delivery) {
        jdbc.sql(
                        """
                        UPDATE delivery SET state = 'cancelled', settled_at = :now
                         WHERE unit_id = :unit AND (id = :id OR corrects = :id) AND operation <> 'delete'
                           AND recalled_at IS NOT NULL AND state = 'attention'
                        """)
                .param("now", at(clock.instant()))
                .param("unit", unit.value())
                .param("id", delivery.value())
                .update();
    }

    /// Asks the network whether a copy is there. Calls it: not inside a transaction.
    public Sighting look(UnitId unit, AccountId account, RemotePost post) {
        var asked = accounts.find(unit, account);
        if (asked.isEmpty()) {
            return new Sighting.CannotTell(Reason.of("account-removed"));
        }
        if (asked.get().state() == Account.State.RECONNECT) {
            return new Sighting.CannotTell(Reason.of("token-expired"));
        }
        var channel = channels.find(asked.get().network());
        if (channel.isPresent() && channel.get() instanceof Channel.ReadsBack reads) {
            try {
                return reads.readBack(asked.get(), post);
            } catch (RuntimeException e) {
                LOG.error("Looking for copy {} failed; we look again", post.id(), e);
                return new Sighting.CannotTell(Reason.of("internal-error"));
            }
        }
        return new Sighting.CannotTell(Reason.of("cannot-look"));
    }
}
