package fr.tocsin.publishing;

import fr.tocsin.delivering.Delivering;
import fr.tocsin.delivering.DeliverySummary;
import fr.tocsin.units.Officer;
import fr.tocsin.units.UnitId;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The end of a publication that was, or is about to be, public; and a new one made from it.
///
/// Acts within the officer's unit only; throws like [Publishing].
@Service
public class TakingDown {

    /// Ordered at some time: copies may exist.
    private static final EnumSet<State> OUT =
            EnumSet.of(State.APPROVED, State.PUBLISHED, State.TROUBLED);

    private final Publications publications;
    private final Correcting correcting;
    private final Copying copying;
    private final Timeline timeline;
    private final Delivering delivering;
    private final Clock clock;

    TakingDown(
            Publications publications,
            Correcting correcting,
            Copying copying,
            Timeline timeline,
            Delivering delivering,
            Clock clock) {
        this.publications = publications;
        this.correcting = correcting;
        this.copying = copying;
        this.timeline = timeline;
        this.delivering = delivering;
        this.clock = clock;
    }

    /// Whether there is something to take down and this officer may: approvers, judicial validators
    /// and administrators always; who wrote it, as well. Alone on duty at night one must be able to
    /// take back one's own words at once; a second member looks at it afterwards.
    public boolean may(Officer officer, Publication publication) {
        return isOut(publication) && (Rights.TAKE_DOWN.has(officer) || isOwn(officer, publication));
    }

    /// Whether the officer may only because they wrote it.
    public boolean onlyAsAuthor(Officer officer, Publication publication) {
        return !Rights.TAKE_DOWN.has(officer) && isOwn(officer, publication);
    }

    private static boolean isOwn(Officer officer, Publication publication) {
        return Rights.WRITE.has(officer) && publication.writtenBy(officer.member());
    }

    /// A working copy that was opened after an earlier revision went out counts as well.
    private boolean isOut(Publication publication) {
        if (publication.state() == State.TAKEN_DOWN) {
            return false;
        }
        var id = publication.id().value();
        var out =
                delivering
                        .summaries(publication.unit(), List.of(id))
                        .getOrDefault(id, DeliverySummary.NONE);
        return OUT.contains(publication.state())
                || out.published() + out.moving() + out.needsPerson() > 0;
    }

    /// Closes the publication in the caller's transaction: nobody changes, approves, plans or
    /// corrects it any more. A correction in hand is given up: what was public is what is taken
    /// down.
    ///
    /// @return false when there is nothing to take down (any more)
    /// @throws fr.tocsin.units.RoleMissing when the officer may not
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean close(Officer officer, PublicationId id, String why) {
        var publication =
                publications
                        .lock(officer.unitId(), id)
                        .orElseThrow(() -> new NoSuchPublication(id));
        if (!isOwn(officer, publication)) {
            Rights.TAKE_DOWN.demand(officer);
        }
        if (!isOut(publication)) {
            return false;
        }
        correcting.close(officer, publication);
        var now = clock.instant();
        publications.move(
                officer.unitId(), id, List.of(publication.state()), State.TAKEN_DOWN, null, now);
        timeline.add(id, officer, Act.TAKEN_DOWN, why, now);
        return true;
    }

    /// Puts on the timeline what no member did: the last copy is gone, or one is back.
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(UnitId unit, PublicationId id, Act act, String detail) {
        timeline.add(unit, id, act, detail, clock.instant());
    }

    /// Opens a new draft with the same content: how something that was taken down comes back, and
    /// goes through approval like anything new. Each is linked to the other.
    @Transactional
    public PublicationId again(Officer author, PublicationId id) {
        return copying.duplicate(author, id, Lineage.Relation.AGAIN).id();
    }
}
