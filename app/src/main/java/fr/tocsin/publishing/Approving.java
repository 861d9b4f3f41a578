package fr.tocsin.publishing;

import fr.tocsin.publishing.Outcome.Submission;
import fr.tocsin.publishing.Outcome.Verdict;
import fr.tocsin.units.Officer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Four eyes: a decision is bound to the hash of exactly one revision, nobody decides on their own
/// words, and what was approved too late sends nothing by itself.
///
/// Acts within the officer's unit only; throws like [Publishing].
@Service
public class Approving {

    private final Publications publications;
    private final Corrections corrections;
    private final Submissions submissions;
    private final Revisions revisions;
    private final Emergencies emergencies;
    private final Release release;
    private final Timeline timeline;
    private final Clock clock;

    Approving(
            Publications publications,
            Corrections corrections,
            Submissions submissions,
            Revisions revisions,
            Emergencies emergencies,
            Release release,
            Timeline timeline,
            Clock clock) {
        this.publications = publications;
        this.corrections = corrections;
        this.submissions = submissions;
        this.revisions = revisions;
        this.emergencies = emergencies;
        this.release = release;
        this.timeline = timeline;
        this.clock = clock;
    }

    /// Approves exactly the content that this hash names, and orders its deliveries in the same
    /// transaction.
    ///
    /// @param hash of the revision that the approver read
    @Transactional
    public Verdict approve(Officer approver, PublicationId id, String hash) {
        var publication = lock(approver, id);
        var obstacles = obstacles(approver, publication, hash, State.SUBMITTED);
        if (!obstacles.isEmpty()) {
            return new Verdict.Refused(obstacles);
        }
        var revision = latest(approver, id);
        var now = clock.instant();
        var planned = revision.content().plannedAt();
        if (planned != null && !planned.isAfter(now)) {
            revisions.decide(revision, approver, Revision.Decision.APPROVED, "", now);
            publications.move(
                    approver.unitId(), id, List.of(State.SUBMITTED), State.LATE, null, now);
            timeline.add(id, approver, Act.APPROVED_LATE, revision.label(), now);
            return new Verdict.TooLate(planned);
        }
        var due = planned == null ? now : planned;
        submissions.authorised(publication, due, obstacles);
        submissions.reaches(approver.unitId(), revision, obstacles);
        if (!obstacles.isEmpty()) {
            return new Verdict.Refused(obstacles);
        }
        revisions.decide(revision, approver, Revision.Decision.APPROVED, "", now);
        timeline.add(id, approver, Act.APPROVED, revision.label(), now);
        release(approver, publication, revision, due);
        return new Verdict.Ordered(due);
    }

    /// A first publication is ordered, a correction sent after it; what is no longer to be shown is
    /// said on the timeline, with the reason.
    private void release(Officer officer, Publication publication, Revision revision, Instant due) {
        var correction = publication.correction();
        if (correction == null) {
            release.order(officer.unitId(), revision, due);
            return;
        }
        if (correction.explanation().withheld()) {
            timeline.add(
                    publication.id(),
                    officer,
                    Act.WITHHELD,
                    correction.explanation().reason().strip(),
                    due);
        }
        release.correct(officer.unitId(), revision, due);
    }

    /// Gives an approved publication a new time: the one way out of "too late", and how a planned
    /// one is moved. The same content with its new time is a revision of its own, approved by who
    /// chooses it.
    @Transactional
    public Verdict reschedule(Officer approver, PublicationId id, String hash, Planning planning) {
        var publication = lock(approver, id);
        var obstacles = obstacles(approver, publication, hash, State.LATE, State.APPROVED);
        var now = clock.instant();
        Rules.planned(planning, now, obstacles);
        var due = planning.instant(now);
        submissions.authorised(publication, due, obstacles);
        if (!obstacles.isEmpty()) {
            return new Verdict.Refused(obstacles);
        }
        if (publication.state() == State.APPROVED
                && !release.takeBack(approver.unitId(), id, "rescheduled")) {
            return new Verdict.Refused(List.of(Mistake.of("", "already-leaving")));
        }
        var content = latest(approver, id).content().at(planning.local() == null ? null : due);
        var revision = revisions.add(id, approver, content, now);
        revisions.decide(revision, approver, Revision.Decision.APPROVED, "", now);
        publications.plan(approver.unitId(), id, planning);
        timeline.add(id, approver, Act.RESCHEDULED, revision.label(), now);
        release.order(approver.unitId(), revision, due);
        return new Verdict.Ordered(due);
    }

    /// Gives a revision back to its authors with what there is to mend.
    @Transactional
    public Verdict giveBack(Officer approver, PublicationId id, String hash, String remark) {
        var publication = lock(approver, id);
        var obstacles = obstacles(approver, publication, hash, State.SUBMITTED, State.LATE);
        if (remark.isBlank()) {
            obstacles.add(Mistake.of("remark", "remark-missing"));
        }
        if (!obstacles.isEmpty()) {
            return new Verdict.Refused(obstacles);
        }
        var now = clock.instant();
        revisions.decide(
                latest(approver, id), approver, Revision.Decision.RETURNED, remark.strip(), now);
        if (publication.correction() == null) {
            publications.move(
                    approver.unitId(), id, List.of(publication.state()), State.DRAFT, null, now);
        } else {
            corrections.move(approver.unitId(), id, Correction.Stage.DRAFT);
        }
        timeline.add(id, approver, Act.RETURNED, remark.strip(), now);
        return new Verdict.GivenBack();
    }

    /// Publishes at once without a second pair of eyes. Every other rule holds, justice's word
    /// included; the publication stays on the review list until a second member has looked at it.
    ///
    /// @param version the one the officer saw
    /// @param reason why it cannot wait; never empty
    @Transactional
    public Submission publishInEmergency(
            Officer officer, PublicationId id, int version, String reason) {
        Rights.PUBLISH_IN_EMERGENCY.demand(officer);
        var publication = lock(officer, id);
        if (publication.version() != version || !publication.open()) {
            return new Submission.Conflict(publication);
        }
        var draft = publication.draft().plannedFor(Planning.NOW);
        var correction = publication.correction();
        var mistakes =
                new ArrayList<>(
                        submissions.check(
                                publication,
                                draft,
                                correction == null ? Explanation.NONE : correction.explanation()));
        if (reason.isBlank()) {
            mistakes.add(Mistake.of("reason", "reason-missing"));
        }
        if (!mistakes.isEmpty()) {
            return new Submission.Refused(mistakes);
        }
        var now = clock.instant();
        var revision = submissions.freeze(officer, publication, draft);
        emergencies.add(revision, officer, reason.strip(), now);
        publications.plan(officer.unitId(), id, Planning.NOW);
        timeline.add(id, officer, Act.EMERGENCY, reason.strip(), now);
        release(officer, publication, revision, now);
        return new Submission.Submitted(revision);
    }

    /// Puts on record that a second member has looked at what went out in an emergency.
    ///
    /// @return false when there is nothing to review, or when it was their own
    @Transactional
    public boolean review(Officer reviewer, PublicationId id, String remark) {
        Rights.REVIEW.demand(reviewer);
        var publication = lock(reviewer, id);
        var now = clock.instant();
        var emergency = emergencies.find(reviewer.unitId(), id);
        if (publication.writtenBy(reviewer.member())
                || emergency.isEmpty()
                || !emergencies.review(emergency.get().revision(), reviewer, remark.strip(), now)) {
            return false;
        }
        timeline.add(id, reviewer, Act.REVIEWED, remark.strip(), now);
        return true;
    }

    private List<Mistake> obstacles(
            Officer approver, Publication publication, String hash, State... states) {
        Rights.APPROVE.demand(approver);
        var obstacles = new ArrayList<Mistake>();
        if (publication.writtenBy(approver.member())) {
            obstacles.add(Mistake.of("", "own-work"));
        }
        var current =
                revisions
                        .latest(approver.unitId(), publication.id())
                        .filter(revision -> revision.hash().equals(hash))
                        .filter(revision -> revision.content().hash().equals(hash));
        var stands =
                publication.correction() == null ? publication.state() : correcting(publication);
        if (!Arrays.asList(states).contains(stands) || current.isEmpty()) {
            obstacles.add(Mistake.of("", "changed-meanwhile"));
        }
        return obstacles;
    }

    /// A correction waits for approval as a first publication does, and is never planned.
    private static State correcting(Publication publication) {
        return publication.isSubmitted() ? State.SUBMITTED : State.DRAFT;
    }

    private Revision latest(Officer officer, PublicationId id) {
        return revisions.latest(officer.unitId(), id).orElseThrow();
    }

    private Publication lock(Officer officer, PublicationId id) {
        return publications.lock(officer.unitId(), id).orElseThrow(() -> new NoSuchPublication(id));
    }
}
