package fr.tocsin.delivering;

import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Removes the copies that a delivery made, one by one. Removing what is already gone changes
/// nothing, so an unknown outcome is simply tried again.
@Component
class Remover {

    private static final Logger LOG = LoggerFactory.getLogger(Remover.class);

    private final Ledger ledger;
    private final Deliveries deliveries;
    private final Verdicts verdicts;
    private final Pace pace;
    private final Clock clock;

    Remover(Ledger ledger, Deliveries deliveries, Verdicts verdicts, Pace pace, Clock clock) {
        this.ledger = ledger;
        this.deliveries = deliveries;
        this.verdicts = verdicts;
        this.pace = pace;
        this.clock = clock;
    }

    void remove(Claim claim, Channel.Deletes channel) {
        var stages = stages(claim);
        for (var stage : stages) {
            if (stage.state() == Stage.State.SETTLED) {
                continue;
            }
            if (claim.isHalted()) {
                ledger.giveBack(claim, clock.instant());
                return;
            }
            if (!remove(claim, channel, stage, stage.position() == stages.size() - 1)) {
                return;
            }
        }
    }

    private boolean remove(Claim claim, Channel.Deletes channel, Stage stage, boolean last) {
        var copy = stage.posts().getFirst();
        if (stage.state() == Stage.State.PLANNED) {
            ledger.arm(claim, stage, "delete " + copy.id(), clock.instant().plus(pace.lease()));
        }
        return switch (delete(claim, channel, copy)) {
            case Attempt.Accepted accepted -> {
                verdicts.done(claim, stage, Outcome.ACCEPTED, List.of(copy), last);
                yield true;
            }
            case Attempt.Rejected(var reason) -> {
                verdicts.rejected(claim, stage, reason);
                yield false;
            }
            case Attempt.NotSent(var reason, var notBefore) -> {
                verdicts.notSent(claim, stage, reason, notBefore);
                yield false;
            }
            case Attempt.Unknown(var reason) -> {
                verdicts.notSent(claim, stage, reason, clock.instant());
                yield false;
            }
        };
    }

    private static Attempt delete(Claim claim, Channel.Deletes channel, RemotePost copy) {
        try {
            return channel.delete(claim.account(), copy);
        } catch (RuntimeException e) {
            LOG.error("Removal {} failed; it is tried again", claim.delivery().id(), e);
            return new Attempt.Unknown(new Reason("internal-error", e.getClass().getSimpleName()));
        }
    }

    /// The head of a thread goes first: it is what people see.
    private List<Stage> stages(Claim claim) {
        var known = deliveries.stages(claim.delivery().id());
        if (!known.isEmpty()) {
            return known;
        }
        var copies = deliveries.copies(claim.delivery());
        var planned =
                IntStream.range(0, copies.size())
                        .mapToObj(i ->
                                Stage.planned(
                                        i,
                                        new Step(i, 1, copies.get(i).id()),
                                        List.of(copies.get(i))))
                        .toList();
        ledger.plan(claim, planned, clock.instant().plus(pace.lease()));
        return planned;
    }
}
