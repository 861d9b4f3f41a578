package fr.tocsin.publishing;

import fr.tocsin.delivering.Account;
import fr.tocsin.delivering.Post;
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
    private final CorrectionRules correctionRules;
    private final Amending amending;
    private final Composition composition;
    private final Revisions revisions;
    private final Checklists checklists;
    private final Clock clock;

    Submissions(
            Rules rules,
            CorrectionRules correctionRules,
            Amending amending,
            Composition composition,
            Revisions revisions,
            Checklists checklists,
            Clock clock) {
        this.rules = rules;
        this.correctionRules = correctionRules;
        this.amending = amending;
        this.composition = composition;
        this.revisions = revisions;
        this.checklists = checklists;
        this.clock = clock;
    }

    List<Mistake> check(UnitId unit, PublicationId id, Draft draft) {
        return rules.check(unit, id, draft, clock.instant());
    }

    /// As [#check], by the rules for corrections where it is one.
    List<Mistake> check(Publication publication, Draft draft, Explanation explanation) {
        return publication.correction() == null
                ? check(publication.unit(), publication.id(), draft)
                : correctionRules.check(
                        publication,
                        draft,
                        explanation,
                        amending.amend(publication.unit(), publication.id(), draft, explanation),
                        clock.instant());
    }

    /// Adds what stands in the way of letting a correction go: it would reach an account in another
    /// way than its approver sees.
    void reaches(UnitId unit, Revision revision, List<Mistake> mistakes) {
        var content = revision.content();
        var correction = content.correction();
        if (correction != null) {
            var now =
                    amending.hold(
                            unit,
                            revision.publication(),
                            content.draft(),
                            correction.explanation());
            if (!targets(now).equals(correction.targets())) {
                mistakes.add(Mistake.of("", "means-changed"));
            }
        }
    }

    /// Only for a draft without mistakes, while the publication is locked.
    Revision freeze(Officer officer, Publication publication, Draft draft) {
        var correction = publication.correction();
        if (correction == null) {
            return freeze(officer, publication.id(), draft);
        }
        var explanation = correction.explanation();
        var amended = amending.hold(publication.unit(), publication.id(), draft, explanation);
        var content =
                content(
                        publication.unit(),
                        publication.id(),
                        draft.plannedFor(Planning.NOW),
                        amended.stream()
                                .filter(Amended::reaches)
                                .map(each -> edition(each.account(), each.post()))
                                .toList(),
                        new Content.Correction(correction.of(), explanation, targets(amended)));
        return revisions.add(publication.id(), officer, content, clock.instant());
    }

    private static List<Content.Target> targets(List<Amended> amended) {
        return amended.stream()
                .map(each ->
                        new Content.Target(
                                each.account().id(),
                                each.account().network(),
                                each.account().handle(),
                                each.means()))
                .toList();
    }

    private static Content.Edition edition(Account account, Post post) {
        return new Content.Edition(account.id(), account.network(), account.handle(), post);
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
        return content(
                unit,
                id,
                draft,
                composition.previews(unit, draft).stream()
                        .map(preview ->
                                edition(preview.account(), composition.post(draft, preview)))
                        .toList(),
                null);
    }

    private Content content(
            UnitId unit,
            PublicationId id,
            Draft draft,
            List<Content.Edition> editions,
            Content.@Nullable Correction correction) {
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
                editions,
                correction);
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
