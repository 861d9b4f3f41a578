package fr.tocsin.delivering;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Keeps this node's workers busy: hands each due delivery to a virtual thread, prolongs leases
/// while slow things go on, and stops without cutting what is in flight.
@Component
class Workers implements SmartLifecycle {

    /// Fallback when nobody rings: other nodes' orders, due times, abandoned leases.
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(6);

    /// A channel that is silent for longer is broken: its lease ends, another worker looks.
    private static final Duration LONGEST_WORK = Duration.ofMinutes(15);

    /// Alerts and removals find room even while slow uploads fill every other place.
    private static final int PLACES_FOR_URGENT = 4;

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    private final Worker worker;
    private final Claims claims;
    private final Doorbell doorbell;
    private final Pace pace;
    private final Clock clock;
    private final String name = ManagementFactory.getRuntimeMXBean().getName();
    private final Semaphore places;
    private final Semaphore urgentPlaces = new Semaphore(PLACES_FOR_URGENT);
    private final Set<Claim> inHand = ConcurrentHashMap.newKeySet();
    private volatile boolean running;
    private @Nullable Thread dispatcher;
    private @Nullable Thread renewer;

    Workers(Worker worker, Claims claims, Doorbell doorbell, Pace pace, Clock clock) {
        this.worker = worker;
        this.claims = claims;
        this.doorbell = doorbell;
        this.pace = pace;
        this.clock = clock;
        this.places = new Semaphore(pace.workers());
    }

    @Override
    public void start() {
        running = true;
        dispatcher = Thread.ofVirtual().name("deliveries").start(this::dispatch);
        renewer = Thread.ofVirtual().name("delivery leases").start(this::renew);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Takes nothing new and lets what is in flight end. What does not end in time is found armed,
    /// or abandoned, by whoever starts next.
    @Override
    public void stop() {
        running = false;
        doorbell.ring();
        inHand.forEach(Claim::halt);
        var deadline = System.nanoTime() + PATIENCE_AT_STOP.toNanos();
        try {
            if (dispatcher != null) {
                dispatcher.join(PATIENCE_AT_STOP);
            }
            while (!inHand.isEmpty() && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!inHand.isEmpty()) {
            LOG.warn("Stopping with {} deliveries in flight; they are reconciled", inHand.size());
        }
        if (renewer != null) {
            renewer.interrupt();
        }
    }

    private void dispatch() {
        while (running) {
            try {
                while (running && handOutOne()) {
                    // as long as there is work and room
                }
                doorbell.await(LOOK_EVERY);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("Looking for deliveries failed; trying again", e);
                pauseAfterError();
            }
        }
    }

    private boolean handOutOne() {
        if (places.tryAcquire()) {
            return handOut(places, Delivery.ROUTINE_LANE);
        }
        return urgentPlaces.tryAcquire() && handOut(urgentPlaces, Delivery.REMOVAL_LANE);
    }

    private boolean handOut(Semaphore place, int lanes) {
        var handedOut = false;
        try {
            var claim = worker.claimNext(name, lanes);
            if (claim.isPresent()) {
                inHand.add(claim.get());
                Thread.ofVirtual()
                        .name("delivery " + claim.get().delivery().id())
                        .start(() -> work(claim.get(), place));
                handedOut = true;
            }
        } finally {
            if (!handedOut) {
                place.release();
            }
        }
        return handedOut;
    }

    private void work(Claim claim, Semaphore place) {
        try {
            worker.work(claim);
        } catch (RuntimeException e) {
            LOG.error(
                    "Delivery {} was dropped; it is taken up when its lease ends",
                    claim.delivery().id(),
                    e);
        } finally {
            inHand.remove(claim);
            place.release();
            doorbell.ring();
        }
    }

    private void renew() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(pace.lease().dividedBy(3));
                inHand.forEach(this::renew);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("Prolonging leases failed; trying again", e);
            }
        }
    }

    private void renew(Claim claim) {
        var now = clock.instant();
        if (claim.isLost() || claim.since().plus(LONGEST_WORK).isBefore(now)) {
            return;
        }
        try {
            claims.renew(claim, now.plus(pace.lease()));
        } catch (LeaseLost e) {
            // It just ended, or is in other hands: what the worker writes next will tell.
        }
    }

    private static void pauseAfterError() {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
