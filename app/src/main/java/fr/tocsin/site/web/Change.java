package fr.tocsin.site.web;

import fr.tocsin.site.FormerVersion;
import fr.tocsin.site.PublicPost;
import fr.tocsin.wording.WordDiff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One correction of a page, as readers see it.
///
/// @param from since when the former version was public
/// @param at when the correction took its place
/// @param texts what changed, word by word; empty where former words are withheld
/// @param withheld whether former words are not shown
/// @param pictures whether the pictures changed too
/// @param note what was wrong; may be empty
public record Change(
        Instant from,
        Instant at,
        List<List<WordDiff.Run>> texts,
        boolean withheld,
        boolean pictures,
        String note) {

    /// The newest first.
    static List<Change> of(List<FormerVersion> versions, PublicPost now) {
        var changes = new ArrayList<Change>();
        FormerVersion.@Nullable Words after =
                new FormerVersion.Words(now.title(), now.warning(), now.body());
        for (var version : versions.reversed()) {
            var before = version.words();
            changes.add(
                    new Change(
                            version.from(),
                            version.until(),
                            before == null || after == null ? List.of() : texts(before, after),
                            before == null,
                            version.pictures(),
                            version.note()));
            after = before;
        }
        return List.copyOf(changes);
    }

    private static List<List<WordDiff.Run>> texts(
            FormerVersion.Words before, FormerVersion.Words after) {
        var texts = new ArrayList<List<WordDiff.Run>>();
        add(texts, before.title(), after.title());
        add(texts, empty(before.warning()), empty(after.warning()));
        add(texts, before.body(), after.body());
        return List.copyOf(texts);
    }

    private static void add(List<List<WordDiff.Run>> texts, String before, String after) {
        if (!before.equals(after)) {
            texts.add(WordDiff.between(before, after));
        }
    }

    private static String empty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
