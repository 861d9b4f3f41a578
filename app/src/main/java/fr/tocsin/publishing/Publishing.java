package fr.tocsin.publishing;

import fr.tocsin.delivering.Account;
import fr.tocsin.delivering.Delivering;
import fr.tocsin.delivering.Kind;
import fr.tocsin.units.Officer;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Composing: drafts, saved without ever overwriting somebody else's words, until they are
/// submitted. What happens then is [Approving].
///
/// Everything is asked on behalf of an officer, acts within that officer's unit only, and throws
/// [NoSuchPublication] for another unit's, [fr.tocsin.units.RoleMissing] for what the officer's
/// roles do not cover.
@Service
public class Publishing {

    private final Publications publications;
    private final Corrections corrections;
    private final Submissions submissions;
    private final Composition composition;
    private final Release release;
    private final Presences presences;
    private final Timeline timeline;
    private final Delivering delivering;
    private final Clock clock;

    Publishing(
            Publications publications,
            Corrections corrections,
            Submissions submissions,
            Composition composition,
            Release release,
            Presences presences,
            Timeline timeline,
            Delivering delivering,
            Clock clock) {
        this.publications = publications;
        this.corrections = corrections;
        this.submissions = submissions;
        this.composition = composition;
        this.release = release;
        this.presences = presences;
        this.timeline = timeline;
        this.delivering = delivering;
        this.clock = clock;
    }

    /// Opens an empty draft, addressed to the accounts that were chosen last for this kind, or else
    /// to all that are connected.
    @Transactional
    public Publication draft(Officer author, Kind kind) {
        Rights.WRITE.demand(author);
        var connected =
                delivering.accounts(author.unitId()).stream()
                        .filter(account -> account.state() == Account.State.CONNECTED)
                        .map(Account::id)
                        .toList();
        var last = publications.lastChoice(author.unitId(), kind);
        var chosen = connected.stream().filter(last::contains).toList();
        var id = PublicationId.random();
        var now = clock.instant();
        publications.add(id, author, Draft.blank(kind, chosen.isEmpty() ? connected : chosen), now);
        timeline.add(id, author, Act.CREATED, "", now);
        return existing(author, id);
    }

    /// Keeps what was typed. A change makes a submitted or late publication a draft again; saving
    /// what is there already changes nothing.
    ///
    /// @param version the one the author started from
    @Transactional
    public Outcome.Saving save(Officer author, PublicationId id, int version, Draft typed) {
        var correction = existing(author, id).correction();
        return save(
                author,
                id,
                version,
                typed,
                correction == null ? Explanation.NONE : correction.explanation());
    }

    /// As [#save].
    ///
    /// @param explanation kept while the publication is being corrected
    @Transactional
    public Outcome.Saving save(
            Officer author, PublicationId id, int version, Draft typed, Explanation explanation) {
        Rights.WRITE.demand(author);
        var draft = composition.ofOwnPictures(author.unitId(), typed);
        var before = lock(author, id);
        var correction = before.correction();
        if (before.draft().equals(draft)
                && (correction == null || correction.explanation().equals(explanation))) {
            return new Outcome.Saving.Saved(before, false);
        }
        if (!before.open()) {
            return new Outcome.Saving.Closed(before);
        }
        var now = clock.instant();
        if (!publications.save(id, author, version, draft, now)) {
            return new Outcome.Saving.Conflict(before);
        }
        corrections.explain(author.unitId(), id, explanation);
        if (before.isWritten()) {
            timeline.addChange(id, author, now);
        } else {
            timeline.add(id, author, Act.REOPENED, "", now);
        }
        return new Outcome.Saving.Saved(existing(author, id), true);
    }

    /// Freezes what is there and puts it before a second pair of eyes.
    ///
    /// @param version the one the author saw
    @Transactional
    public Outcome.Submission submit(Officer author, PublicationId id, int version) {
        Rights.WRITE.demand(author);
        var publication = lock(author, id);
        if (publication.version() != version || !publication.isWritten()) {
            return new Outcome.Submission.Conflict(publication);
        }
        var now = clock.instant();
        var correction = publication.correction();
        var mistakes =
                submissions.check(
                        publication,
                        publication.draft(),
                        correction == null ? Explanation.NONE : correction.explanation());
        if (!mistakes.isEmpty()) {
            return new Outcome.Submission.Refused(mistakes);
        }
        var revision = submissions.freeze(author, publication, publication.draft());
        if (correction == null) {
            publications.move(
                    author.unitId(), id, List.of(State.DRAFT), State.SUBMITTED, null, now);
        } else {
            corrections.move(author.unitId(), id, Correction.Stage.SUBMITTED);
        }
        timeline.add(id, author, Act.SUBMITTED, revision.label(), now);
        return new Outcome.Submission.Submitted(revision);
    }

    /// Takes an approved publication back before it leaves, or a submitted one back from approval:
    /// it is a draft again and must be approved anew.
    ///
    /// @return false when something of it is already on its way
    @Transactional
    public boolean withdraw(Officer officer, PublicationId id) {
        return stop(officer, id, State.DRAFT, Act.WITHDRAWN);
    }

    /// Gives a publication up before it goes out.
    ///
    /// @return false when something of it is already on its way
    @Transactional
    public boolean cancel(Officer officer, PublicationId id) {
        return stop(officer, id, State.CANCELLED, Act.CANCELLED);
    }

    /// What each chosen account would say of this draft, saved or not.
    public List<Preview> preview(Officer officer, Draft draft) {
        Rights.READ.demand(officer);
        return composition.previews(officer.unitId(), draft);
    }

    /// What stands in the way of submitting, for the author to see while writing.
    public List<Mistake> check(Officer officer, PublicationId id, Draft draft) {
        Rights.READ.demand(officer);
        return submissions.check(officer.unitId(), id, draft);
    }

    /// Notes that the officer has the draft open at this moment.
    public Presence here(Officer officer, PublicationId id) {
        Rights.WRITE.demand(officer);
        var publication = existing(officer, id);
        return new Presence(
                presences.here(id, officer, clock.instant()),
                publication.version(),
                publication.updatedBy(),
                publication.state());
    }

    private boolean stop(Officer officer, PublicationId id, State to, Act act) {
        Rights.WRITE.demand(officer);
        var unit = officer.unitId();
        var publication = lock(officer, id);
        var from = publication.state();
        if (!from.open() && from != State.APPROVED || from == to) {
            return false;
        }
        if (from == State.APPROVED && !release.takeBack(unit, id, "withdrawn")) {
            return false;
        }
        var now = clock.instant();
        publications.move(unit, id, List.of(from), to, null, now);
        timeline.add(id, officer, act, "", now);
        return true;
    }

    private Publication lock(Officer officer, PublicationId id) {
        return publications.lock(officer.unitId(), id).orElseThrow(() -> new NoSuchPublication(id));
    }

    private Publication existing(Officer officer, PublicationId id) {
        return publications.find(officer.unitId(), id).orElseThrow(() -> new NoSuchPublication(id));
    }
}
