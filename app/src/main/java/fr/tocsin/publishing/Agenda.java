package fr.tocsin.publishing;

import fr.tocsin.publishing.Outcome.Verdict;
import fr.tocsin.units.Officer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// Publications by their time, and giving one another time.
///
/// The time is part of what an approval is bound to. So a draft simply gets its new time; what
/// waits for approval is submitted anew with it, and who read the old revision can no longer
/// approve it; what is approved can only be moved by an approver who did not write it, whose
/// approval of the new time it then carries ([Approving#reschedule]). Choosing a time is not
/// writing: it makes nobody an author.
///
/// Acts within the officer's unit only; throws like [Publishing].
@Service
public class Agenda {

    private final Publications publications;
    private final PlannedPublications planned;
    private final Revisions revisions;
    private final Submissions submissions;
    private final Approving approving;
    private final Timeline timeline;
    private final Clock clock;

    Agenda(
            Publications publications,
            PlannedPublications planned,
            Revisions revisions,
            Submissions submissions,
            Approving approving,
            Timeline timeline,
            Clock clock) {
        this.publications = publications;
        this.planned = planned;
        this.revisions = revisions;
        this.submissions = submissions;
        this.approving = approving;
        this.timeline = timeline;
        this.clock = clock;
    }

    /// Everything that has a time on these days and was not given up, in the order of their times.
    ///
    /// @param from first day, on the clock of [Planning#ZONE]
    /// @param to the day after the last
    public List<Planned> between(Officer officer, LocalDate from, LocalDate to) {
        Rights.READ.demand(officer);
        return planned.between(officer.unitId(), from, to);
    }

    /// Gives a publication another time.
    ///
    /// @param version and `state`: what the officer saw
    @Transactional
    public Moving move(
            Officer officer, PublicationId id, int version, State state, Planning planning) {
        Rights.WRITE.demand(officer);
        var publication =
                publications
                        .lock(officer.unitId(), id)
                        .orElseThrow(() -> new NoSuchPublication(id));
        if (!publication.state().open() && publication.state() != State.APPROVED) {
            return new Moving.Refused(List.of(Mistake.of("", "already-out")));
        }
        if (publication.version() != version || publication.state() != state) {
            return new Moving.Conflict(publication);
        }
        var mistakes = new ArrayList<Mistake>();
        Rules.planned(planning, clock.instant(), mistakes);
        if (!mistakes.isEmpty()) {
            return new Moving.Refused(mistakes);
        }
        if (state == State.APPROVED) {
            return reschedule(officer, publication, planning);
        }
        return state == State.DRAFT
                ? replan(officer, publication, planning)
                : submitAnew(officer, publication, planning);
    }

    private Moving reschedule(Officer officer, Publication publication, Planning planning) {
        if (!Rights.APPROVE.has(officer)) {
            return new Moving.Refused(List.of(Mistake.of("", "approved-time")));
        }
        var revision = revisions.latest(officer.unitId(), publication.id()).orElseThrow();
        return switch (approving.reschedule(officer, publication.id(), revision.hash(), planning)) {
            case Verdict.Ordered(Instant due) -> new Moving.Moved(due, State.APPROVED);
            case Verdict.Refused(var obstacles) -> {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                yield new Moving.Refused(obstacles);
            }
            case Verdict.TooLate _, Verdict.GivenBack _ ->
                    throw new IllegalStateException("rescheduling neither is late nor gives back");
        };
    }

    private Moving replan(Officer officer, Publication publication, Planning planning) {
        var now = clock.instant();
        publications.plan(officer.unitId(), publication.id(), planning);
        timeline.add(publication.id(), officer, Act.MOVED, "", now);
        return new Moving.Moved(planning.instant(now), State.DRAFT);
    }

    private Moving submitAnew(Officer officer, Publication publication, Planning planning) {
        var now = clock.instant();
        var draft = publication.draft().plannedFor(planning);
        var mistakes = submissions.check(officer.unitId(), publication.id(), draft);
        if (!mistakes.isEmpty()) {
            return new Moving.Refused(mistakes);
        }
        publications.plan(officer.unitId(), publication.id(), planning);
        var revision = submissions.freeze(officer, publication.id(), draft);
        publications.move(
                officer.unitId(),
                publication.id(),
                List.of(publication.state()),
                State.SUBMITTED,
                null,
                now);
        timeline.add(publication.id(), officer, Act.MOVED, revision.label(), now);
        return new Moving.Moved(planning.instant(now), State.SUBMITTED);
    }
}
