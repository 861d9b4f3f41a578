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
    private final Pace pace;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Verdicts(Ledger ledger, Pace pace, Clock clock, ApplicationEventPublisher events) {
        this.ledger = ledger;
        this.pace = pace;
        this.clock = clock;
        this.events = events;
    }

    void done(Claim claim, Stage stage, Outcome outcome, List<RemotePost> posts, boolean last) {
        ledger.settle(claim, stage, outcome, posts, last);
        claim.progressed();
        if (last) {
            var delivery = claim.delivery();
            tell(new DeliverySettled(delivery.unit(), delivery.publication(), delivery.id()));
        }
    }

    void rejected(Claim claim, @Nullable Stage stage, Reason reason) {
        ledger.unsent(
                claim,
                stage,
                Outcome.REJECTED,
                reason,
                Delivery.State.REJECTED,
                clock.instant(),
                claim.failures());
        needsPerson(claim);
    }

    /// Nothing is public: again later, or a person after too many times.
    ///
    /// @param notBefore what the network asked for
    void notSent(Claim claim, @Nullable Stage stage, Reason reason, Instant notBefore) {
        var now = clock.instant();
        var failures = claim.failures() + 1;
        if (reason.code().equals(RATE_LIMITED)) {
            ledger.pause(claim.account().id(), notBefore);
        }
        if (failures >= MOST_FAILURES) {
            ledger.unsent(
                    claim,
                    stage,
                    Outcome.NOT_SENT,
                    reason,
                    Delivery.State.ATTENTION,
                    now,
                    failures);
            needsPerson(claim);
            return;
        }
        var next = later(notBefore, pace.after(failures, claim.delivery().lane(), now));
        ledger.unsent(claim, stage, Outcome.NOT_SENT, reason, Delivery.State.READY, next, failures);
    }

    /// Its time has passed and nobody decided to send it late.
    void overdue(Claim claim) {
        ledger.unsent(
                claim,
                null,
                Outcome.OVERDUE,
                Reason.of("overdue"),
                Delivery.State.ATTENTION,
                clock.instant(),
                0);
        needsPerson(claim);
    }

    void unknown(Claim claim, Stage stage, Reason reason) {
        ledger.unknown(
                claim,
                stage,
                Outcome.UNKNOWN,
                reason,
                Delivery.State.READY,
                pace.firstLook(clock.instant()),
                claim.failures() + 1);
    }

    /// Not seen, but too early to conclude anything from that.
    void lookAgain(Claim claim, Instant nextLook) {
        ledger.giveBack(claim, nextLook);
    }

    void cannotTell(Claim claim, Stage stage, Reason reason) {
        var now = clock.instant();
        var failures = claim.failures() + 1;
        var givenUp = failures >= MOST_LOOKS;
        ledger.unknown(
                claim,
                stage,
                Outcome.CANNOT_TELL,
                reason,
                givenUp ? Delivery.State.ATTENTION : Delivery.State.READY,
                pace.after(failures, claim.delivery().lane(), now),
                failures);
        if (givenUp) {
            needsPerson(claim);
        }
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

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
