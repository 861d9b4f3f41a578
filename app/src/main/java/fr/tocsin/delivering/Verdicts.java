package fr.tocsin.delivering;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Turns what came of an attempt into the next state of its delivery, and tells the others.
@Component
class Verdicts {

    /// After that many failures in a row it is put before a person.
    static final int MOST_FAILURES = 20;

    /// Looking longer than that would leave people in the dark about what is public.
    static final int MOST_LOOKS = 8;

    private static final String RATE_LIMITED = "rate-limited";
    private static final Logger LOG = LoggerFactory.getLogger(Verdicts.class);

    private final Ledger ledger;
    private final Removals removals;
    private final Accounts accounts;
    private final Pace pace;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Verdicts(
            Ledger ledger,
            Removals removals,
            Accounts accounts,
            Pace pace,
            Clock clock,
            ApplicationEventPublisher events) {
        this.ledger = ledger;
        this.removals = removals;
        this.accounts = accounts;
        this.pace = pace;
        this.clock = clock;
        this.events = events;
    }

    void done(Claim claim, Stage stage, Outcome outcome, List<RemotePost> posts, boolean last) {
        ledger.settle(claim, stage, outcome, posts, last);
        claim.progressed();
        if (last) {
            settled(claim);
        }
    }

    void rejected(Claim claim, @Nullable Stage stage, Reason reason) {
        var leave = new Ledger.Leave(Delivery.State.REJECTED, clock.instant(), claim.failures());
        ledger.unsent(claim, stage, Outcome.REJECTED, reason, leave);
        needsPerson(claim);
    }

    /// Nothing is public: again later, or a person after too many times. A removal is never given
    /// up: a network that is back after days is still asked.
    ///
    /// @param notBefore what the network asked for
    void notSent(Claim claim, @Nullable Stage stage, Reason reason, Instant notBefore) {
        var failures = claim.failures() + 1;
        var backoff = pace.after(failures, claim.delivery().lane(), clock.instant());
        var givenUp = failures >= MOST_FAILURES && claim.delivery().operation() != Operation.DELETE;
        if (reason.code().equals(RATE_LIMITED)) {
            accounts.pause(claim.account().id(), claim.delivery().operation(), notBefore);
        }
        var leave =
                new Ledger.Leave(
                        givenUp ? Delivery.State.ATTENTION : Delivery.State.READY,
                        notBefore.isAfter(backoff) ? notBefore : backoff,
                        failures);
        ledger.unsent(claim, stage, Outcome.NOT_SENT, reason, leave);
        if (givenUp) {
            needsPerson(claim);
        }
    }

    /// Its time has passed and nobody decided to send it late.
    void overdue(Claim claim) {
        var leave = new Ledger.Leave(Delivery.State.ATTENTION, clock.instant(), 0);
        ledger.unsent(claim, null, Outcome.OVERDUE, Reason.of("overdue"), leave);
        needsPerson(claim);
    }

    /// The publication was taken down: nothing more of it leaves.
    void recalled(Claim claim) {
        var leave = new Ledger.Leave(Delivery.State.CANCELLED, clock.instant(), 0);
        ledger.unsent(claim, null, Outcome.RECALLED, Recalls.TAKEN_DOWN, leave);
        settled(claim);
    }

    /// One copy is out of the public's sight.
    void copyEnded(Claim claim, Stage stage, Outcome outcome) {
        removals.end(claim, stage, outcome);
        claim.progressed();
    }

    /// The network keeps one copy; the others may still go.
    void copyRefused(Claim claim, Stage stage, Reason reason) {
        removals.refuse(claim, stage, reason);
    }

    /// Every copy was asked for.
    ///
    /// @param refused why the network keeps one of them; null when all are gone
    void removalEnded(Claim claim, @Nullable Reason refused) {
        removals.leave(claim, refused);
        if (refused == null) {
            settled(claim);
        } else {
            needsPerson(claim);
        }
    }

    void unknown(Claim claim, Stage stage, Reason reason) {
        var leave =
                new Ledger.Leave(
                        Delivery.State.READY,
                        pace.firstLook(clock.instant()),
                        claim.failures() + 1);
        ledger.unknown(claim, stage, Outcome.UNKNOWN, reason, leave);
    }

    /// Not seen, but too early to conclude anything from that.
    void lookAgain(Claim claim, Instant nextLook) {
        ledger.giveBack(claim, nextLook);
    }

    void cannotTell(Claim claim, Stage stage, Reason reason) {
        var failures = claim.failures() + 1;
        var givenUp = failures >= MOST_LOOKS;
        var leave =
                new Ledger.Leave(
                        givenUp ? Delivery.State.ATTENTION : Delivery.State.READY,
                        pace.after(failures, claim.delivery().lane(), clock.instant()),
                        failures);
        ledger.unknown(claim, stage, Outcome.CANNOT_TELL, reason, leave);
        if (givenUp) {
            needsPerson(claim);
        }
    }

    private void settled(Claim claim) {
        var delivery = claim.delivery();
        tell(new DeliverySettled(delivery.unit(), delivery.publication(), delivery.id()));
    }

    private void needsPerson(Claim claim) {
        var delivery = claim.delivery();
        tell(new DeliveryNeedsPerson(delivery.unit(), delivery.publication(), delivery.id()));
    }

    /// What others do with the news never changes what is true.
    private void tell(Object event) {
        try {
            events.publishEvent(event);
        } catch (RuntimeException e) {
            LOG.error("A listener failed on {}; the delivery itself is stored", event, e);
        }
    }
}
