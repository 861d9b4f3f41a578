package fr.tocsin.delivering;

import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// Removes the copies that a delivery made, one by one. Removing what is already gone changes
/// nothing, so an unknown outcome is simply tried again.
@Component
class Remover {

    private final Ledger ledger;
    private final Deliveries deliveries;
    private final Verdicts verdicts;
    private final Courier courier;
    private final Pace pace;
    private final Clock clock;

    Remover(
            Ledger ledger,
            Deliveries deliveries,
            Verdicts verdicts,
            Courier courier,
            Pace pace,
            Clock clock) {
        this.ledger = ledger;
        this.deliveries = deliveries;
        this.verdicts = verdicts;
        this.courier = courier;
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
        return switch (courier.delete(channel, claim, copy)) {
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
