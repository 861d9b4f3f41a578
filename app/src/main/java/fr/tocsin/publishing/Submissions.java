package fr.tocsin.publishing;

import fr.tocsin.units.Officer;
import fr.tocsin.units.UnitId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The step from a draft to a revision: nothing is left open afterwards.
@Component
class Submissions {

    private final Rules rules;
    private final Composition composition;
    private final Revisions revisions;
    private final Checklists checklists;
    private final Clock clock;

    Submissions(
            Rules rules,
            Composition composition,
            Revisions revisions,
            Checklists checklists,
            Clock clock) {
        this.rules = rules;
        this.composition = composition;
        this.revisions = revisions;
        this.checklists = checklists;
        this.clock = clock;
    }

    List<Mistake> check(UnitId unit, PublicationId id, Draft draft) {
        return rules.check(unit, id, draft, clock.instant());
    }

    /// Adds what stands in the way on that day: justice's word where it is needed, and pictures
    /// whose last day has passed.
    void authorised(Publication publication, Instant when, List<Mistake> mistakes) {
        rules.rights(publication.unit(), publication.draft(), when, mistakes);
        if (publication.draft().needsAuthorisation()) {
            rules.authorised(publication.unit(), publication.id(), when, mistakes);
        }
    }

    /// Only for a draft without mistakes, while the publication is locked.
    Revision freeze(Officer officer, PublicationId id, Draft draft) {
        composition.proposeWords(officer.unitId(), draft);
        return revisions.add(id, officer, content(officer.unitId(), id, draft), clock.instant());
    }

    private Content content(UnitId unit, PublicationId id, Draft draft) {
        var checked = checklists.of(unit, id);
        return new Content(
                draft.kind(),
                draft.title().strip(),
                draft.text(),
                draft.link().strip(),
                draft.language(),
                draft.warning().strip(),
                draft.visibility(),
                draft.underSeal(),
                instant(draft.planning()),
                draft.variants(),
                draft.images().stream()
                        .map(image ->
                                new Content.Picture(
                                        image.media(),
                                        composition.fingerprint(unit, image.media()),
                                        image.alt(),
                                        checks(
                                                checked.getOrDefault(
                                                        image.media(), Checklist.EMPTY))))
                        .toList(),
                composition.previews(unit, draft).stream()
                        .map(preview ->
                                new Content.Edition(
                                        preview.account().id(),
                                        preview.account().network(),
                                        preview.account().handle(),
                                        composition.post(draft, preview)))
                        .toList());
    }

    private static List<Content.Check> checks(Checklist list) {
        return list.answers().entrySet().stream()
                .map(given ->
                        new Content.Check(
                                given.getKey(),
                                given.getValue().verdict(),
                                given.getValue().reason(),
                                given.getValue().by()))
                .toList();
    }

    private static @Nullable Instant instant(Planning planning) {
        return planning.moment() instanceof Planning.Moment.At(Instant at) ? at : null;
    }
}
