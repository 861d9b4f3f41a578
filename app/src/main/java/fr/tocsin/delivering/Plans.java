package fr.tocsin.delivering;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// Decides the steps of a publication or a correction, once, with their keys, before anything is
/// done.
@Component
class Plans {

    private final Ledger ledger;
    private final Deliveries deliveries;
    private final Courier courier;
    private final Pace pace;
    private final Clock clock;

    Plans(Ledger ledger, Deliveries deliveries, Courier courier, Pace pace, Clock clock) {
        this.ledger = ledger;
        this.deliveries = deliveries;
        this.courier = courier;
        this.pace = pace;
        this.clock = clock;
    }

    /// @param before what stands on the network already
    /// @return empty when the channel could not tell
    List<Stage> of(Claim claim, Channel channel, List<Written> before) {
        var known = deliveries.stages(claim.delivery().id());
        if (!known.isEmpty()) {
            return known;
        }
        var steps = courier.plan(channel, claim.delivery());
        if (steps.isEmpty()) {
            return List.of();
        }
        var planned =
                claim.delivery().operation() == Operation.EDIT
                        ? edits(steps, claim.delivery().post().parts().size(), before)
                        : IntStream.range(0, steps.size())
                                .mapToObj(i -> Stage.planned(i, steps.get(i), List.of()))
                                .toList();
        ledger.plan(claim, planned, clock.instant().plus(pace.lease()));
        return planned;
    }

    /// Part by part from the head, which is what people see. A thread that grew continues; of one
    /// that shrank, the last copies go away, the very last first, so that what remains never
    /// answers what is gone.
    ///
    /// @param steps as for a first publication
    private static List<Stage> edits(List<Step> steps, int parts, List<Written> before) {
        var stages = new ArrayList<Stage>();
        for (var step : steps) {
            var first = step.firstPart();
            var target =
                    first < before.size()
                            ? List.of(before.get(first).post())
                            : List.<RemotePost>of();
            stages.add(Stage.planned(stages.size(), step, target));
        }
        for (int i = before.size() - 1; i >= parts; i--) {
            var gone = before.get(i).post();
            stages.add(Stage.planned(stages.size(), new Step(parts, 0, gone.id()), List.of(gone)));
        }
        return stages;
    }
}
