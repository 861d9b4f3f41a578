package fr.tocsin.publishing;

import fr.tocsin.audit.Audit;
import fr.tocsin.audit.Deed;
import fr.tocsin.units.Officer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What is on record about publications: the working copies, their revisions, their timelines,
/// justice's word, emergencies. Acts within the officer's unit only; throws like [Publishing].
@Service
public class Records {

    private static final int LAST_YEAR = 2999;
    private static final int LONGEST = 500;

    private final Publications publications;
    private final Catalogue catalogue;
    private final Revisions revisions;
    private final Authorisations authorisations;
    private final Emergencies emergencies;
    private final Timeline timeline;
    private final Audit audit;
    private final Clock clock;

    Records(
            Publications publications,
            Catalogue catalogue,
            Revisions revisions,
            Authorisations authorisations,
            Emergencies emergencies,
            Timeline timeline,
            Audit audit,
            Clock clock) {
        this.publications = publications;
        this.catalogue = catalogue;
        this.revisions = revisions;
        this.authorisations = authorisations;
        this.emergencies = emergencies;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    public Publication find(Officer officer, PublicationId id) {
        Rights.READ.demand(officer);
        return publications.find(officer.unitId(), id).orElseThrow(() -> new NoSuchPublication(id));
    }

    /// The latest changed first.
    public Search.Found search(Officer officer, Search search) {
        Rights.READ.demand(officer);
        return catalogue.search(officer.unitId(), search);
    }

    /// Newest first.
    public List<Revision> revisions(Officer officer, PublicationId id) {
        Rights.READ.demand(officer);
        return revisions.of(officer.unitId(), id);
    }

    /// The revision that the page of a publication shows: what is public, or on its way there, or
    /// waits for approval; empty while it is first written.
    public Optional<Revision> shown(Officer officer, Publication publication) {
        Rights.READ.demand(officer);
        return switch (publication.state()) {
            case DRAFT -> Optional.empty();
            case SUBMITTED, LATE, CANCELLED -> revisions.latest(officer.unitId(), publication.id());
            case APPROVED, PUBLISHED, TROUBLED, TAKEN_DOWN ->
                    revisions.inForce(officer.unitId(), publication.id());
        };
    }

    /// Oldest first.
    public List<Entry> timeline(Officer officer, PublicationId id) {
        Rights.READ.demand(officer);
        return timeline.of(officer.unitId(), id);
    }

    /// Justice's word; that it was read is put on record.
    public Optional<Authorisation> authorisation(Officer officer, PublicationId id) {
        Rights.READ.demand(officer);
        var current = authorisations.current(officer.unitId(), id);
        if (current.isPresent()) {
            audit.record(Deed.of(officer, "authorisation-read").to(id.value()));
        }
        return current;
    }

    public Optional<Emergency> emergency(Officer officer, PublicationId id) {
        Rights.READ.demand(officer);
        return emergencies.find(officer.unitId(), id);
    }

    /// What went out without approval: those nobody has looked at first.
    public List<Emergency> emergencies(Officer officer) {
        Rights.READ.demand(officer);
        return emergencies.list(officer.unitId());
    }

    /// How many emergency publications wait for a second member.
    public int toReview(Officer officer) {
        return emergencies.waiting(officer.unitId());
    }

    /// Puts justice's word on record; needs the judicial validator's role.
    ///
    /// @return what to mend; empty when it is on record
    @Transactional
    public List<Mistake> authorise(
            Officer validator,
            PublicationId id,
            String magistrate,
            String reference,
            String scope,
            LocalDate expiresOn) {
        Rights.AUTHORISE.demand(validator);
        find(validator, id);
        var mistakes = new ArrayList<Mistake>();
        required("magistrate", magistrate, mistakes);
        required("reference", reference, mistakes);
        required("scope", scope, mistakes);
        var now = clock.instant();
        if (expiresOn.isBefore(now.atZone(Planning.ZONE).toLocalDate())) {
            mistakes.add(Mistake.of("expiresOn", "expiry-past"));
        }
        if (expiresOn.getYear() > LAST_YEAR) {
            mistakes.add(Mistake.of("expiresOn", "expiry-missing"));
        }
        if (mistakes.isEmpty()) {
            authorisations.add(
                    id,
                    validator,
                    new Authorisation(
                            magistrate.strip(),
                            reference.strip(),
                            scope.strip(),
                            expiresOn,
                            validator.name(),
                            now));
            timeline.add(
                    id,
                    validator,
                    Act.AUTHORISED,
                    magistrate.strip() + ", " + reference.strip(),
                    now);
        }
        return mistakes;
    }

    private static void required(String field, String value, List<Mistake> mistakes) {
        if (value.isBlank()) {
            mistakes.add(Mistake.of(field, field + "-missing"));
        }
        if (value.length() > LONGEST) {
            mistakes.add(Mistake.of(field, "record-long", LONGEST));
        }
    }
}
