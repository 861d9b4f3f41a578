package fr.tocsin.takedown;

import fr.tocsin.delivering.DeliveryNeedsPerson;
import fr.tocsin.delivering.DeliverySettled;
import fr.tocsin.units.UnitId;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Goes round: takedowns that are to be looked after, copies that are to be looked for. News from
/// the deliveries make it quicker; what was missed, or broken off by the end of the process, is
/// found on the next round.
@Component
class Patrol {

    private static final int AT_A_TIME = 50;
    private static final Logger LOG = LoggerFactory.getLogger(Patrol.class);

    private final Campaigns campaigns;
    private final Pursuit pursuit;
    private final Looking looking;
    private final Clock clock;
    private final ReentrantLock eyes = new ReentrantLock();

    Patrol(Campaigns campaigns, Pursuit pursuit, Looking looking, Clock clock) {
        this.campaigns = campaigns;
        this.pursuit = pursuit;
        this.looking = looking;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void pursue() {
        for (var takedown : campaigns.due(clock.instant(), AT_A_TIME)) {
            try {
                pursuit.advance(takedown);
            } catch (RuntimeException e) {
                LOG.error("Takedown {} got stuck; trying again", takedown, e);
            }
        }
    }

    /// Networks may be slow: whoever comes while somebody is looking goes away again.
    @Scheduled(initialDelay = 2, fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
    void look() {
        if (eyes.tryLock()) {
            try {
                looking.lookAround();
            } catch (RuntimeException e) {
                LOG.error("Looking for removed copies failed; trying again", e);
            } finally {
                eyes.unlock();
            }
        }
    }

    @EventListener
    void settled(DeliverySettled event) {
        wake(event.unit(), event.publication());
    }

    @EventListener
    void needsPerson(DeliveryNeedsPerson event) {
        wake(event.unit(), event.publication());
    }

    private void wake(UnitId unit, UUID publication) {
        campaigns.of(unit, publication).map(Takedown::id).ifPresent(pursuit::advance);
    }
}
