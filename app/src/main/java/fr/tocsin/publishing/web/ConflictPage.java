package fr.tocsin.publishing.web;

import fr.tocsin.pages.Words;
import fr.tocsin.publishing.Draft;
import fr.tocsin.publishing.Publication;
import fr.tocsin.wording.WordDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/// Somebody else saved while this officer wrote: both texts, and a form to decide.
///
/// @param mine what this officer typed, nothing of it kept yet
/// @param texts the texts that differ
/// @param others words for the other things that differ, of which mine are in the form
public record ConflictPage(
        String base, DraftForm mine, Publication theirs, List<Text> texts, List<String> others) {

    /// One text that differs.
    ///
    /// @param field its name in the form
    public record Text(
            String field, String label, String mine, String theirs, List<WordDiff.Run> diff) {

        public boolean lines() {
            return !field.equals("title") && !field.equals("warning") && !field.equals("link");
        }
    }

    static ConflictPage of(String base, DraftForm mine, Publication theirs, Words words) {
        return new ConflictPage(
                base,
                mine,
                theirs,
                texts(mine.draft(), theirs.draft(), words),
                others(mine.draft(), theirs.draft(), words));
    }

    /// A field of the form that goes along unseen.
    public record Carried(String name, String value) {}

    /// Everything this officer chose that no text on the page decides.
    public List<Carried> carried() {
        var draft = mine.draft();
        var carried = new ArrayList<Carried>();
        carried.add(new Carried("kind", word(draft.kind())));
        carried.add(new Carried("title", draft.title()));
        carried.add(new Carried("text", draft.text()));
        carried.add(new Carried("link", draft.link()));
        carried.add(new Carried("warning", draft.warning()));
        carried.add(new Carried("language", draft.language()));
        carried.add(new Carried("visibility", word(draft.visibility())));
        carried.add(new Carried("when", mine.atATime() ? "at" : "now"));
        carried.add(new Carried("planned", mine.planned()));
        if (draft.underSeal()) {
            carried.add(new Carried("underSeal", "on"));
        }
        if (draft.planning().turn() != null) {
            carried.add(new Carried("turn", word(draft.planning().turn())));
        }
        carried.add(new Carried("notice", mine.explanation().notice()));
        carried.add(new Carried("withheldReason", mine.explanation().reason()));
        if (mine.explanation().withheld()) {
            carried.add(new Carried("withheld", "on"));
        }
        draft.accounts().forEach(id -> carried.add(new Carried("accounts", id.toString())));
        draft.variants()
                .forEach((network, text) -> {
                    carried.add(new Carried("own", network));
                    carried.add(new Carried("variant." + network, text));
                });
        for (var i = 0; i < draft.images().size(); i++) {
            var image = draft.images().get(i);
            carried.add(new Carried("image", image.media().toString()));
            carried.add(new Carried("images." + i + ".alt", image.alt()));
        }
        carried.removeIf(
                field -> texts.stream().anyMatch(text -> text.field().equals(field.name())));
        texts.stream()
                .map(Text::field)
                .filter(field -> field.startsWith("variant."))
                .map(field -> field.substring("variant.".length()))
                .filter(network -> !draft.variants().containsKey(network))
                .forEach(network -> carried.add(new Carried("own", network)));
        return List.copyOf(carried);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static List<Text> texts(Draft mine, Draft theirs, Words words) {
        var texts = new ArrayList<Text>();
        add(texts, "title", words.t("publishing.title"), mine.title(), theirs.title());
        add(texts, "text", words.t("publishing.text"), mine.text(), theirs.text());
        var networks = new TreeSet<>(mine.variants().keySet());
        networks.addAll(theirs.variants().keySet());
        for (var network : networks) {
            add(
                    texts,
                    "variant." + network,
                    words.t("publishing.text.for", words.t("network." + network)),
                    mine.variants().getOrDefault(network, mine.text()),
                    theirs.variants().getOrDefault(network, theirs.text()));
        }
        add(texts, "link", words.t("publishing.link"), mine.link(), theirs.link());
        add(texts, "warning", words.t("publishing.warning"), mine.warning(), theirs.warning());
        return List.copyOf(texts);
    }

    private static void add(
            List<Text> texts, String field, String label, String mine, String theirs) {
        if (!mine.equals(theirs)) {
            texts.add(new Text(field, label, mine, theirs, WordDiff.between(mine, theirs)));
        }
    }

    static List<String> others(Draft mine, Draft theirs, Words words) {
        var others = new ArrayList<String>();
        addIf(mine.kind() != theirs.kind(), others, words.t("publishing.kind"));
        addIf(!mine.images().equals(theirs.images()), others, words.t("publishing.pictures"));
        addIf(!mine.accounts().equals(theirs.accounts()), others, words.t("publishing.accounts"));
        addIf(!mine.planning().equals(theirs.planning()), others, words.t("publishing.when"));
        addIf(!mine.language().equals(theirs.language()), others, words.t("publishing.language"));
        addIf(
                mine.visibility() != theirs.visibility() || mine.underSeal() != theirs.underSeal(),
                others,
                words.t("publishing.more"));
        return List.copyOf(others);
    }

    private static void addIf(boolean differs, List<String> others, String label) {
        if (differs) {
            others.add(label.toLowerCase(Locale.ROOT));
        }
    }
}
