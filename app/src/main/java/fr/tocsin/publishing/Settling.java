package fr.tocsin.publishing;

import fr.tocsin.delivering.Account;
import fr.tocsin.delivering.Delivering;
import fr.tocsin.delivering.DeliveryId;
import fr.tocsin.delivering.DeliveryNeedsPerson;
import fr.tocsin.delivering.DeliveryReport;
import fr.tocsin.delivering.DeliverySettled;
import fr.tocsin.units.UnitId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Follows the deliveries: each result is a line on the timeline, and when all have come to an end
/// the publication is published, or published with trouble.
@Component
class Settling {

    private static final List<State> LET_GO =
            List.of(State.APPROVED, State.PUBLISHED, State.TROUBLED);

    private final Publications publications;
    private final Timeline timeline;
    private final Delivering delivering;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Settling(
            Publications publications,
            Timeline timeline,
            Delivering delivering,
            TransactionTemplate transaction,
            Clock clock) {
        this.publications = publications;
        this.timeline = timeline;
        this.delivering = delivering;
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventListener
    void settled(DeliverySettled event) {
        follow(event.unit(), new PublicationId(event.publication()), Optional.of(event.delivery()));
    }

    @EventListener
    void needsPerson(DeliveryNeedsPerson event) {
        follow(event.unit(), new PublicationId(event.publication()), Optional.of(event.delivery()));
    }

    /// Events are lost with the process that was about to send them; the deliveries are not.
    @EventListener(ApplicationReadyEvent.class)
    void catchUp() {
        for (var due : publications.due(clock.instant())) {
            follow(due.unit(), due.publication(), Optional.empty());
        }
    }

    /// The lock makes the last two results wait for each other, so that one of them sees both.
    private void follow(UnitId unit, PublicationId id, Optional<DeliveryId> delivery) {
        transaction.executeWithoutResult(_ ->
                publications
                        .lock(unit, id)
                        .ifPresent(publication -> follow(publication, delivery)));
    }

    private void follow(Publication publication, Optional<DeliveryId> delivery) {
        var unit = publication.unit();
        var reports = current(publication);
        for (var report : reports) {
            if (delivery.filter(report.id()::equals).isPresent()) {
                note(publication, report, report.correction().isPresent(), report.state());
                continue;
            }
            report.corrections().stream()
                    .filter(correction -> delivery.filter(correction.id()::equals).isPresent())
                    .forEach(correction -> note(publication, report, true, correction.state()));
        }
        if (reports.isEmpty() || reports.stream().anyMatch(report -> report.state().moving())) {
            return;
        }
        var good =
                reports.stream()
                        .allMatch(report -> report.state() == DeliveryReport.State.PUBLISHED);
        var to = good ? State.PUBLISHED : State.TROUBLED;
        var from = good || miscorrected(reports) ? LET_GO : List.of(State.APPROVED);
        if (from.contains(publication.state()) && publication.state() == to) {
            return;
        }
        var now = clock.instant();
        if (publications.move(unit, publication.id(), from, to, publication.dueAt(), now)) {
            reports.forEach(report -> noteDelivered(publication, report));
            timeline.add(unit, publication.id(), good ? Act.PUBLISHED : Act.TROUBLED, "", now);
        }
    }

    private static boolean miscorrected(List<DeliveryReport> reports) {
        return reports.stream()
                .anyMatch(report ->
                        report.correction().isPresent()
                                && report.state() != DeliveryReport.State.PUBLISHED);
    }

    /// How the deliveries of the revision ordered last stand, and what earlier ones left behind;
    /// what was taken back from earlier ones is over.
    private List<DeliveryReport> current(Publication publication) {
        var reports = delivering.of(publication.unit(), publication.id().value());
        return reports.stream()
                .filter(report ->
                        report.revision().equals(reports.getFirst().revision())
                                || report.state() != DeliveryReport.State.CANCELLED)
                .toList();
    }

    private void note(
            Publication publication,
            DeliveryReport report,
            boolean correction,
            DeliveryReport.State state) {
        switch (state) {
            case PUBLISHED -> {
                if (correction) {
                    note(publication, report, Act.CORRECTED);
                } else {
                    noteDelivered(publication, report);
                }
            }
            case REFUSED, NEEDS_PERSON ->
                    note(publication, report, failed(publication, report, correction));
            case REMOVED -> note(publication, report, Act.REMOVED);
            case WAITING, SENDING, RETRYING, CHECKING, CANCELLED, REMOVING -> {}
        }
    }

    private Act failed(Publication publication, DeliveryReport report, boolean correction) {
        if (correction) {
            return Act.CORRECTION_FAILED;
        }
        return timeline.tells(publication.id(), Act.DELIVERED, named(report.account()))
                ? Act.REMOVAL_FAILED
                : Act.DELIVERY_FAILED;
    }

    /// Two copies may settle at once, and whoever comes first sees both: each is told once, and
    /// before the whole is.
    private void noteDelivered(Publication publication, DeliveryReport report) {
        if (report.state() == DeliveryReport.State.PUBLISHED
                && !timeline.tells(publication.id(), Act.DELIVERED, named(report.account()))) {
            note(publication, report, Act.DELIVERED);
        }
    }

    private void note(Publication publication, DeliveryReport report, Act act) {
        timeline.add(
                publication.unit(),
                publication.id(),
                act,
                named(report.account()),
                clock.instant());
    }

    static String named(Account account) {
        return account.network() + " · " + account.handle();
    }
}
