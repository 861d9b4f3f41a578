package fr.tocsin.takedown;

import fr.tocsin.delivering.Recalls;
import fr.tocsin.publishing.PublicationId;
import fr.tocsin.publishing.Records;
import fr.tocsin.publishing.Revision;
import fr.tocsin.publishing.Rights;
import fr.tocsin.publishing.TakingDown;
import fr.tocsin.units.MemberId;
import fr.tocsin.units.Membership;
import fr.tocsin.units.Memberships;
import fr.tocsin.units.Officer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes publications down everywhere. One act begins it; it then goes on by itself, whatever fails
/// on the way, until every copy has come to its end.
///
/// Acts within the officer's unit only; empty for another unit's, [fr.tocsin.units.RoleMissing] for
/// what the officer's roles do not cover.
@Service
public class Takedowns {

    private static final int LISTED = 200;

    private final Campaigns campaigns;
    private final CopyBook book;
    private final Looks looks;
    private final Pursuit pursuit;
    private final Records records;
    private final TakingDown takingDown;
    private final Recalls recalls;
    private final Memberships memberships;
    private final Clock clock;

    Takedowns(
            Campaigns campaigns,
            CopyBook book,
            Looks looks,
            Pursuit pursuit,
            Records records,
            TakingDown takingDown,
            Recalls recalls,
            Memberships memberships,
            Clock clock) {
        this.campaigns = campaigns;
        this.book = book;
        this.looks = looks;
        this.pursuit = pursuit;
        this.records = records;
        this.takingDown = takingDown;
        this.recalls = recalls;
        this.memberships = memberships;
        this.clock = clock;
    }

    /// Orders the takedown. When this returns, the own site no longer shows the publication,
    /// nothing more of it leaves, and the removal of every copy is ordered.
    ///
    /// @param remark what there is to say about it; must not be empty for [Cause#OTHER]
    /// @return empty when there is nothing to take down (any more)
    /// @throws fr.tocsin.publishing.NoSuchPublication when the unit has none of this id
    @Transactional
    public Optional<TakedownId> order(
            Officer officer, PublicationId id, Cause cause, String remark) {
        if (cause == Cause.OTHER && remark.isBlank()) {
            throw new IllegalArgumentException("another cause is told in words, found none");
        }
        var byAuthor = takingDown.onlyAsAuthor(officer, records.find(officer, id));
        if (!takingDown.close(officer, id, remark.strip())) {
            return Optional.empty();
        }
        var publication = records.find(officer, id); // without the correction that was in hand
        var revision = records.shown(officer, publication);
        var now = clock.instant();
        var takedown =
                new Takedown(
                        TakedownId.random(),
                        officer.unitId(),
                        id,
                        publication.heading(),
                        publication.draft().kind().name().toLowerCase(Locale.ROOT),
                        revision.map(Revision::label).orElse(""),
                        revision.map(Revision::hash).orElse(""),
                        cause,
                        remark.strip(),
                        new Takedown.Order(officer.member(), officer.name(), now, byAuthor),
                        new Takedown.Review(null, null),
                        0,
                        Optional.empty(),
                        null,
                        now);
        campaigns.add(takedown);
        campaigns.note(takedown.id(), Entry.Word.ORDERED, "", officer.name(), now);
        pursuit.advance(takedown.id());
        return Optional.of(takedown.id());
    }

    /// Unsettled ones first, then the latest.
    public List<Takedown> list(Officer officer) {
        read(officer);
        return campaigns.of(officer.unitId(), LISTED);
    }

    public Optional<Takedown> find(Officer officer, TakedownId id) {
        read(officer);
        return campaigns.find(officer.unitId(), id);
    }

    public Optional<Takedown> of(Officer officer, PublicationId publication) {
        read(officer);
        return campaigns.of(officer.unitId(), publication.value());
    }

    /// The own site first.
    public List<TakedownCopy> copies(Takedown takedown) {
        return book.of(takedown.id());
    }

    /// The oldest first.
    public List<Entry> entries(Takedown takedown) {
        return campaigns.entries(takedown.id());
    }

    /// Who may see to a copy: the members of the unit.
    public List<Membership> members(Officer officer) {
        return memberships.in(officer.unitId());
    }

    /// Whether this officer may act on the takedown: those who may order one, who ordered this one,
    /// and whoever a copy of it was given to.
    public boolean mayAct(Officer officer, Takedown takedown) {
        return Rights.TAKE_DOWN.has(officer)
                || takedown.order().by().equals(officer.member())
                || book.of(takedown.id()).stream()
                        .map(TakedownCopy::task)
                        .anyMatch(task -> task != null && task.owner().equals(officer.member()));
    }

    /// Notes that a person has removed a copy. It is looked for afterwards like any other.
    ///
    /// @param remark what they did there; never empty
    /// @return false when the copy has come to its end already, or is none of this takedown's
    @Transactional
    public boolean byHand(Officer officer, TakedownId id, UUID copy, String remark) {
        var locked = lockOpen(officer, id, copy);
        if (locked.isEmpty() || remark.isBlank()) {
            return false;
        }
        var now = clock.instant();
        book.byHand(copy, officer, remark.strip(), now);
        recalls.close(officer.unitId(), locked.get().delivery());
        if (locked.get().verifiable() && locked.get().isKnown()) {
            looks.plan(locked.get(), now);
        }
        campaigns.note(id, Entry.Word.BY_HAND, remark.strip(), officer.name(), now);
        pursuit.advance(id);
        return true;
    }

    /// Gives a copy to another member of the unit, with a time to be reminded.
    @Transactional
    public boolean assign(
            Officer officer, TakedownId id, UUID copy, MemberId owner, Duration remindIn) {
        var locked = lockOpen(officer, id, copy);
        var member =
                memberships.in(officer.unitId()).stream()
                        .map(Membership::member)
                        .filter(one -> one.id().equals(owner))
                        .findFirst();
        if (locked.isEmpty() || member.isEmpty()) {
            return false;
        }
        var now = clock.instant();
        book.assign(copy, owner, member.get().name(), now.plus(remindIn));
        campaigns.note(id, Entry.Word.OWNER, member.get().name(), officer.name(), now);
        return true;
    }

    /// Has the network asked once more for a copy that it did not remove.
    @Transactional
    public boolean askAgain(Officer officer, TakedownId id, UUID copy) {
        var locked = lockOpen(officer, id, copy).filter(TakedownCopy::isKnown);
        if (locked.isEmpty()) {
            return false;
        }
        pursuit.askAgain(campaigns.lock(id).orElseThrow(), locked.get());
        campaigns.note(
                id,
                Entry.Word.ASKED_AGAIN,
                locked.get().network() + " · " + locked.get().handle(),
                officer.name(),
                clock.instant());
        pursuit.advance(id);
        return true;
    }

    /// Notes the second look at what its author took down alone.
    @Transactional
    public boolean review(Officer officer, TakedownId id) {
        require(officer);
        var now = clock.instant();
        if (!campaigns.review(id, officer, now)) {
            return false;
        }
        campaigns.note(id, Entry.Word.REVIEWED, "", officer.name(), now);
        return true;
    }

    /// Makes a new draft of it, linked both ways; it needs approval like anything new.
    @Transactional
    public Optional<PublicationId> restore(Officer officer, TakedownId id) {
        return find(officer, id)
                .map(takedown -> {
                    var fresh = takingDown.again(officer, takedown.publication());
                    campaigns.restored(id, fresh);
                    campaigns.note(id, Entry.Word.RESTORED, "", officer.name(), clock.instant());
                    return fresh;
                });
    }

    private Optional<TakedownCopy> lockOpen(Officer officer, TakedownId id, UUID copy) {
        return find(officer, id)
                .flatMap(takedown -> {
                    if (!mayAct(officer, takedown)) {
                        require(officer);
                    }
                    return campaigns.lock(id);
                })
                .flatMap(takedown -> book.find(id, copy))
                .filter(found -> !found.ending().isFinal());
    }

    private static void read(Officer officer) {
        Rights.READ.demand(officer);
    }

    private static void require(Officer officer) {
        Rights.TAKE_DOWN.demand(officer);
    }
}
