package fr.tocsin.publishing.web;

import fr.tocsin.delivering.Delivering;
import fr.tocsin.delivering.DeliverySummary;
import fr.tocsin.publishing.Listed;
import fr.tocsin.publishing.Standing;
import fr.tocsin.units.Officer;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/// Draws publications as the lines of a list, each with the truth about its copies.
@Component
class Lines {

    private final Delivering delivering;
    private final Clock clock;

    Lines(Delivering delivering, Clock clock) {
        this.delivering = delivering;
        this.clock = clock;
    }

    List<ListPage.Line> of(Officer officer, List<Listed> publications) {
        var now = clock.instant();
        var copies =
                delivering.summaries(
                        officer.unitId(),
                        publications.stream().map(listed -> listed.id().value()).toList());
        return publications.stream()
                .map(listed ->
                        new ListPage.Line(
                                listed,
                                Standing.of(
                                        listed.state(),
                                        listed.dueAt(),
                                        copies.getOrDefault(
                                                listed.id().value(), DeliverySummary.NONE),
                                        now)))
                .toList();
    }
}
