package fr.tocsin.publishing.web;

import fr.tocsin.delivering.Account;
import fr.tocsin.delivering.Channel;
import fr.tocsin.delivering.Delivering;
import fr.tocsin.delivering.DeliveryReport;
import fr.tocsin.delivering.DeliverySummary;
import fr.tocsin.pages.Mistakes;
import fr.tocsin.publishing.Copying;
import fr.tocsin.publishing.Planning;
import fr.tocsin.publishing.Publication;
import fr.tocsin.publishing.PublicationId;
import fr.tocsin.publishing.Records;
import fr.tocsin.publishing.Revision;
import fr.tocsin.publishing.Rights;
import fr.tocsin.publishing.Standing;
import fr.tocsin.publishing.State;
import fr.tocsin.publishing.TakingDown;
import fr.tocsin.units.Officer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// Gathers what the page of a publication shows.
@Component
class ShowPages {

    /// How long after the last copy the page still looks again by itself.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Records records;
    private final EditorPages editor;
    private final CorrectionPages corrections;
    private final Delivering delivering;
    private final TakingDown takingDown;
    private final Copying copying;
    private final Clock clock;

    ShowPages(
            Records records,
            EditorPages editor,
            CorrectionPages corrections,
            Delivering delivering,
            TakingDown takingDown,
            Copying copying,
            Clock clock) {
        this.records = records;
        this.editor = editor;
        this.corrections = corrections;
        this.delivering = delivering;
        this.takingDown = takingDown;
        this.copying = copying;
        this.clock = clock;
    }

    ModelAndView answer(
            Officer officer, PublicationId id, Mistakes mistakes, ShowPage.Typed typed) {
        var answer =
                new ModelAndView(
                        "desk/publications/show", "page", page(officer, id, mistakes, typed));
        if (!mistakes.isEmpty()) {
            answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return answer;
    }

    /// Whether all copies have just come to an end and the publication follows at any moment.
    boolean followsAtOnce(Officer officer, PublicationId id) {
        var reports = delivering.of(officer.unitId(), id.value());
        var since = clock.instant().minus(PATIENCE);
        return records.find(officer, id).state() == State.APPROVED
                && reports.stream().noneMatch(report -> report.state().moving())
                && reports.stream()
                        .map(DeliveryReport::settledAt)
                        .anyMatch(settled -> settled != null && settled.isAfter(since));
    }

    private ShowPage page(
            Officer officer, PublicationId id, Mistakes mistakes, ShowPage.Typed typed) {
        var publication = records.find(officer, id);
        var latest = records.revisions(officer, id).stream().findFirst();
        var inForce = records.shown(officer, publication);
        var timeline = records.timeline(officer, id);
        return new ShowPage(
                new DeskPath(officer).publication(id),
                publication,
                standing(officer, publication),
                publication.heading(),
                previews(officer, publication, inForce),
                publication.isSubmitted() ? latest : inForce,
                returned(publication, latest),
                records.authorisation(officer, id),
                records.emergency(officer, id),
                timeline.reversed(),
                new ShowPage.Deliveries(
                        new DeskPath(officer).desk() + "/deliveries",
                        delivering.of(officer.unitId(), id.value()),
                        DeliveryReport.mayDecide(officer)),
                corrections.of(officer, publication),
                may(officer, publication),
                overdue(publication),
                mistakes,
                typed,
                reuse(officer, publication));
    }

    private ShowPage.Reuse reuse(Officer officer, Publication publication) {
        var state = publication.state();
        return new ShowPage.Reuse(
                Rights.WRITE.has(officer),
                !state.open() && state != State.APPROVED,
                copying.origin(officer, publication.id()),
                copying.copies(officer, publication.id()),
                new DeskPath(officer).desk() + "/templates");
    }

    private List<ShowPage.Edition> previews(
            Officer officer, Publication publication, Optional<Revision> inForce) {
        return inForce.map(revision -> frozen(officer, revision))
                .orElseGet(() ->
                        editor.preview(officer, publication.draft()).cards().stream()
                                .map(card ->
                                        new ShowPage.Edition(card.preview(), card.warningLost()))
                                .toList());
    }

    /// What was frozen, exactly as it goes out or went, under the accounts' names of today.
    private List<ShowPage.Edition> frozen(Officer officer, Revision revision) {
        var drawing = new PreviewDrawing(new DeskPath(officer), editor.words());
        return revision.content().editions().stream()
                .map(edition -> {
                    var warned =
                            delivering
                                    .channel(edition.network())
                                    .filter(channel -> channel instanceof Channel.ShowsWarnings)
                                    .isPresent();
                    var author =
                            delivering
                                    .account(officer.unitId(), edition.account())
                                    .map(Account::displayName)
                                    .orElse(edition.handle());
                    return new ShowPage.Edition(
                            drawing.of(edition, author, warned),
                            !warned && edition.post().warning() != null);
                })
                .toList();
    }

    private Standing standing(Officer officer, Publication publication) {
        var id = publication.id().value();
        var copies =
                delivering
                        .summaries(officer.unitId(), List.of(id))
                        .getOrDefault(id, DeliverySummary.NONE);
        return Standing.of(publication.state(), publication.dueAt(), copies, clock.instant());
    }

    private static Optional<Revision.Approval> returned(
            Publication publication, Optional<Revision> latest) {
        return latest.filter(revision -> publication.isWritten())
                .flatMap(revision -> revision.approvals().stream().reduce((_, last) -> last))
                .filter(approval -> approval.decision() == Revision.Decision.RETURNED);
    }

    private boolean overdue(Publication publication) {
        return publication.state() == State.SUBMITTED
                && publication.draft().planning().moment() instanceof Planning.Moment.At(var at)
                && !at.isAfter(clock.instant());
    }

    private ShowPage.May may(Officer officer, Publication publication) {
        var state = publication.state();
        var writes = Rights.WRITE.has(officer);
        var own = publication.writtenBy(officer.member());
        var approves = Rights.APPROVE.has(officer) && !own;
        var waitsForItsTime =
                state == State.APPROVED
                        && publication.dueAt() != null
                        && publication.dueAt().isAfter(clock.instant());
        return new ShowPage.May(
                writes && state.open(),
                writes && (state == State.SUBMITTED || waitsForItsTime),
                writes && (state.open() || waitsForItsTime),
                approves && publication.isSubmitted(),
                own,
                approves && (state == State.LATE || waitsForItsTime),
                Rights.AUTHORISE.has(officer) && publication.draft().needsAuthorisation(),
                Rights.REVIEW.has(officer) && !own,
                takingDown.may(officer, publication),
                Rights.PUBLISH_IN_EMERGENCY.has(officer)
                        && (state == State.SUBMITTED || state == State.LATE));
    }
}
