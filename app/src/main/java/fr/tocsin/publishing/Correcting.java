package fr.tocsin.publishing;

import fr.tocsin.delivering.Delivering;
import fr.tocsin.delivering.Means;
import fr.tocsin.units.Officer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Correcting what is public: the working copy moves on, and goes the way of every publication to a
/// second pair of eyes; what is public stays as it is until then.
///
/// Acts within the officer's unit only; throws like [Publishing].
@Service
public class Correcting {

    private final Publications publications;
    private final Corrections corrections;
    private final Revisions revisions;
    private final Amending amending;
    private final Delivering delivering;
    private final Timeline timeline;
    private final Clock clock;

    Correcting(
            Publications publications,
            Corrections corrections,
            Revisions revisions,
            Amending amending,
            Delivering delivering,
            Timeline timeline,
            Clock clock) {
        this.publications = publications;
        this.corrections = corrections;
        this.revisions = revisions;
        this.amending = amending;
        this.delivering = delivering;
        this.timeline = timeline;
        this.clock = clock;
    }

    /// Opens a correction; one that is open already is simply gone on with.
    ///
    /// @return false when nothing of the publication is public, or none of it can be corrected
    @Transactional
    public boolean begin(Officer author, PublicationId id) {
        Rights.WRITE.demand(author);
        var publication = lock(author, id);
        if (publication.correction() != null) {
            return true;
        }
        var inForce = revisions.inForce(author.unitId(), id);
        if (!isCorrectable(author, publication) || inForce.isEmpty()) {
            return false;
        }
        var now = clock.instant();
        corrections.begin(id, author, inForce.get().number(), now);
        timeline.add(id, author, Act.CORRECTION_BEGUN, inForce.get().label(), now);
        return true;
    }

    /// Whether something of it is public and can be corrected.
    public boolean isCorrectable(Officer officer, Publication publication) {
        return switch (publication.state()) {
            case APPROVED, PUBLISHED, TROUBLED ->
                    delivering.reached(officer.unitId(), publication.id().value()).values().stream()
                            .anyMatch(Means::reaches);
            case DRAFT, SUBMITTED, LATE, CANCELLED, TAKEN_DOWN -> false;
        };
    }

    /// Takes a submitted correction back from approval, to go on writing.
    ///
    /// @return false when none waits any more
    @Transactional
    public boolean withdraw(Officer officer, PublicationId id) {
        Rights.WRITE.demand(officer);
        var correction = lock(officer, id).correction();
        if (correction == null || correction.stage() != Correction.Stage.SUBMITTED) {
            return false;
        }
        corrections.move(officer.unitId(), id, Correction.Stage.DRAFT);
        timeline.add(id, officer, Act.WITHDRAWN, "", clock.instant());
        return true;
    }

    /// Gives the correction up: the working copy says again what is public.
    ///
    /// @return false when there is none any more
    @Transactional
    public boolean abandon(Officer officer, PublicationId id) {
        Rights.WRITE.demand(officer);
        return close(officer, lock(officer, id));
    }

    /// As [#abandon], for whoever has locked the publication and may decide over it.
    boolean close(Officer officer, Publication publication) {
        var correction = publication.correction();
        if (correction == null) {
            return false;
        }
        var id = publication.id();
        var now = clock.instant();
        var inForce =
                revisions.of(officer.unitId(), id).stream()
                        .filter(revision -> revision.number() == correction.of())
                        .findFirst()
                        .orElseThrow();
        publications.restore(id, officer, inForce.content().draft(), now);
        corrections.end(officer.unitId(), id);
        timeline.add(id, officer, Act.CORRECTION_ABANDONED, inForce.label(), now);
        return true;
    }

    /// How the correction would reach each account, and what it would say there; saved or not.
    public List<Amended> preview(
            Officer officer, PublicationId id, Draft draft, Explanation explanation) {
        Rights.READ.demand(officer);
        return amending.amend(officer.unitId(), id, draft, explanation);
    }

    /// The revision that is public; empty before the first.
    public Optional<Revision> inForce(Officer officer, PublicationId id) {
        Rights.READ.demand(officer);
        return revisions.inForce(officer.unitId(), id);
    }

    private Publication lock(Officer officer, PublicationId id) {
        return publications.lock(officer.unitId(), id).orElseThrow(() -> new NoSuchPublication(id));
    }
}
