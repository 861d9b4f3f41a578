package fr.tocsin.publishing;

import fr.tocsin.delivering.Account;
import fr.tocsin.delivering.AccountId;
import fr.tocsin.delivering.Delivering;
import fr.tocsin.units.Officer;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// New drafts from old publications: to begin something alike, or to publish again with changes.
///
/// Acts within the officer's unit only; throws like [Publishing].
@Service
public class Copying {

    private final Publications publications;
    private final Revisions revisions;
    private final Lineages lineages;
    private final Delivering delivering;
    private final Timeline timeline;
    private final Clock clock;

    Copying(
            Publications publications,
            Revisions revisions,
            Lineages lineages,
            Delivering delivering,
            Timeline timeline,
            Clock clock) {
        this.publications = publications;
        this.revisions = revisions;
        this.lineages = lineages;
        this.delivering = delivering;
        this.timeline = timeline;
        this.clock = clock;
    }

    /// Opens a draft with everything that the publication says, linked to it. What must be decided
    /// anew does not come along: the time, the approval, justice's word, accounts that are no
    /// longer connected. While it is corrected, it says what is public: nobody has approved
    /// anything else yet.
    @Transactional
    public Publication duplicate(Officer author, PublicationId id, Lineage.Relation relation) {
        Rights.WRITE.demand(author);
        var unit = author.unitId();
        var origin = existing(author, id);
        var said = said(origin);
        var draft = said.plannedFor(Planning.NOW).sentTo(connected(author, said));
        var copy = PublicationId.random();
        var now = clock.instant();
        publications.add(copy, author, draft, now);
        lineages.add(unit, copy, id, relation);
        timeline.add(copy, author, Act.CREATED, "", now);
        return existing(author, copy);
    }

    public Optional<Lineage> origin(Officer officer, PublicationId id) {
        Rights.READ.demand(officer);
        return lineages.origin(officer.unitId(), id);
    }

    /// The latest first.
    public List<Lineage> copies(Officer officer, PublicationId id) {
        Rights.READ.demand(officer);
        return lineages.copies(officer.unitId(), id);
    }

    private Draft said(Publication origin) {
        return origin.correction() == null
                ? origin.draft()
                : revisions
                        .inForce(origin.unit(), origin.id())
                        .map(revision -> revision.content().draft())
                        .orElse(origin.draft());
    }

    private List<AccountId> connected(Officer officer, Draft said) {
        return delivering.accounts(officer.unitId()).stream()
                .filter(account -> account.state() == Account.State.CONNECTED)
                .map(Account::id)
                .filter(said.accounts()::contains)
                .toList();
    }

    private Publication existing(Officer officer, PublicationId id) {
        return publications.find(officer.unitId(), id).orElseThrow(() -> new NoSuchPublication(id));
    }
}
