package fr.tocsin.publishing;

import fr.tocsin.delivering.Account;
import fr.tocsin.delivering.AccountId;
import fr.tocsin.delivering.Delivering;
import fr.tocsin.delivering.DeliveryReport;
import fr.tocsin.delivering.Means;
import fr.tocsin.delivering.Post;
import fr.tocsin.units.UnitId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/// Finds out how a correction reaches each account, and what it says there. Preview, approval and
/// sending all come from here.
@Component
class Amending {

    private final Composition composition;
    private final Delivering delivering;
    private final Revisions revisions;
    private final MessageSource messages;

    Amending(
            Composition composition,
            Delivering delivering,
            Revisions revisions,
            MessageSource messages) {
        this.composition = composition;
        this.delivering = delivering;
        this.revisions = revisions;
        this.messages = messages;
    }

    /// For every account of the unit that the correction is meant for or that shows the
    /// publication, in the order of the desk.
    List<Amended> amend(UnitId unit, PublicationId id, Draft draft, Explanation explanation) {
        return amend(unit, id, draft, explanation, delivering.reached(unit, id.value()));
    }

    /// As [#amend]; nothing about the means changes until the transaction ends.
    List<Amended> hold(UnitId unit, PublicationId id, Draft draft, Explanation explanation) {
        return amend(unit, id, draft, explanation, delivering.held(unit, id.value()));
    }

    private List<Amended> amend(
            UnitId unit,
            PublicationId id,
            Draft draft,
            Explanation explanation,
            Map<AccountId, Means> reached) {
        var said = said(unit, id);
        return delivering.accounts(unit).stream()
                .filter(account ->
                        reached.containsKey(account.id())
                                || draft.accounts().contains(account.id()))
                .flatMap(account ->
                        amend(
                                account,
                                reached.getOrDefault(account.id(), Means.PUBLISH),
                                draft,
                                Optional.ofNullable(said.get(account.id())),
                                explanation)
                                .stream())
                .toList();
    }

    private Optional<Amended> amend(
            Account account,
            Means reached,
            Draft draft,
            Optional<Draft> said,
            Explanation explanation) {
        return composition
                .preview(draft, account)
                .map(whole -> {
                    var post = composition.post(draft, whole);
                    var unchanged =
                            said.filter(before -> saysThe(before, account, post)).isPresent();
                    // Former versions go away with an edit, even one that changes no word.
                    var idle = unchanged && !(explanation.withheld() && whole.article());
                    var means = reached.reaches() && idle ? Means.UNCHANGED : reached;
                    return switch (means) {
                        case PUBLISH -> new Amended(account, means, whole, post);
                        case EDIT ->
                                new Amended(account, means, whole, correcting(post, explanation));
                        case REPLY -> answer(account, draft, said, explanation);
                        case UNCHANGED, NONE ->
                                new Amended(account, means, whole.saying(List.of()), post);
                    };
                });
    }

    /// Whether readers there see no difference: a title counts only where one is shown.
    private boolean saysThe(Draft before, Account account, Post now) {
        return composition
                .preview(before, account)
                .filter(preview -> !preview.parts().isEmpty())
                .filter(preview -> {
                    var post = composition.post(before, preview);
                    return preview.article()
                            ? post.equals(now)
                            : post.parts().equals(now.parts())
                                    && (!preview.warned()
                                            || Objects.equals(post.warning(), now.warning()));
                })
                .isPresent();
    }

    /// Pictures go along only if they are others: the answer stands right below the first ones.
    private Amended answer(
            Account account, Draft draft, Optional<Draft> said, Explanation explanation) {
        var notice = explanation.notice().strip();
        var words = notice.isEmpty() ? Composition.text(draft, account) : notice;
        var same = said.filter(before -> before.images().equals(draft.images())).isPresent();
        var shown = same ? draft.showing(List.of()) : draft;
        var preview =
                composition.preview(shown, account, headed(words, draft.language())).orElseThrow();
        var link = notice.isEmpty() ? shown : shown.linking("");
        return new Amended(
                account,
                Means.REPLY,
                preview,
                correcting(composition.post(link, preview), explanation));
    }

    /// In the language of the publication, not of who writes.
    private String headed(String words, String language) {
        var locale = language.equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
        var word = messages.getMessage("publishing.correction.word", null, locale);
        return words.regionMatches(true, 0, word, 0, word.length())
                ? words
                : messages.getMessage("publishing.correction.said", new Object[] {words}, locale);
    }

    private static Post correcting(Post post, Explanation explanation) {
        return new Post(
                post.kind(),
                post.language(),
                post.title(),
                post.warning(),
                post.link(),
                post.parts(),
                post.visibility(),
                new Post.Correction(explanation.notice().strip(), explanation.withheld()));
    }

    /// What each account says by what is known to have arrived there last; one on which something
    /// is still on its way, or has failed, is missing.
    private Map<AccountId, Draft> said(UnitId unit, PublicationId id) {
        var contents =
                revisions.of(unit, id).stream()
                        .collect(
                                Collectors.toMap(
                                        revision -> revision.id().value(), Function.identity()));
        var said = new HashMap<AccountId, Draft>();
        for (var report : delivering.of(unit, id.value())) {
            if (report.state() != DeliveryReport.State.PUBLISHED) {
                continue;
            }
            Optional.ofNullable(contents.get(last(report)))
                    .ifPresent(revision ->
                            said.putIfAbsent(report.account().id(), revision.content().draft()));
        }
        return said;
    }

    private static UUID last(DeliveryReport report) {
        return report.corrections().reversed().stream()
                .filter(correction -> correction.state() == DeliveryReport.State.PUBLISHED)
                .findFirst()
                .map(DeliveryReport.Correction::revision)
                .orElse(report.revision());
    }
}
