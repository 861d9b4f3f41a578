package fr.tocsin.publishing.web;

import fr.tocsin.delivering.Post;
import fr.tocsin.media.MediaId;
import fr.tocsin.publishing.Draft;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the small buttons of the editor do to a draft.
final class Changes {

    private Changes() {}

    static Draft add(Draft draft, List<Post.Image> images) {
        var all = new ArrayList<>(draft.images());
        images.stream()
                .filter(image -> all.stream().noneMatch(a -> a.media().equals(image.media())))
                .forEach(all::add);
        return withImages(draft, all);
    }

    /// @param change `up-2`, `down-0` or `remove-1`; anything else changes nothing
    static Draft image(Draft draft, String change) {
        var dash = change.indexOf('-');
        var at = number(change.substring(dash + 1));
        var images = new ArrayList<>(draft.images());
        if (dash < 0 || at < 0 || at >= images.size()) {
            return draft;
        }
        switch (change.substring(0, dash)) {
            case "up" -> Collections.swap(images, at, Math.max(0, at - 1));
            case "down" -> Collections.swap(images, at, Math.min(images.size() - 1, at + 1));
            case "remove" -> images.remove(at);
            default -> {}
        }
        return withImages(draft, images);
    }

    /// Where a button leads that leaves the editor for a page of its own.
    sealed interface Workshop {
        record Studio(MediaId picture) implements Workshop {}

        record Checklist(MediaId picture) implements Workshop {}

        record Library() implements Workshop {}
    }

    /// @param change `studio-2`, `check-0` or `library`; empty for all that stays in the editor
    static Optional<Workshop> workshop(Draft draft, String change) {
        if (change.equals("library")) {
            return Optional.of(new Workshop.Library());
        }
        var at = number(change.replaceFirst("^(check|studio)-", ""));
        if (at < 0 || at >= draft.images().size()) {
            return Optional.empty();
        }
        var picture = draft.images().get(at).media();
        if (change.startsWith("check-")) {
            return Optional.of(new Workshop.Checklist(picture));
        }
        return change.startsWith("studio-")
                ? Optional.of(new Workshop.Studio(picture))
                : Optional.empty();
    }

    /// Lets a network's text go its own way, beginning with the common one.
    static Draft diverge(Draft draft, String network) {
        var variants = new HashMap<>(draft.variants());
        variants.putIfAbsent(network, draft.text());
        return withVariants(draft, variants);
    }

    /// Lets a network follow the common text again.
    static Draft follow(Draft draft, String network) {
        var variants = new HashMap<>(draft.variants());
        variants.remove(network);
        return withVariants(draft, variants);
    }

    /// Whether this may name a network; whether one exists, the accounts say.
    static boolean mayBeNetwork(String word) {
        return word.matches("[a-z0-9-]{1,40}");
    }

    private static int number(String digits) {
        return digits.matches("[0-9]{1,3}") ? Integer.parseInt(digits) : -1;
    }

    private static Draft withImages(Draft draft, List<Post.Image> images) {
        return with(draft, draft.variants(), images);
    }

    private static Draft withVariants(Draft draft, Map<String, String> variants) {
        return with(draft, variants, draft.images());
    }

    private static Draft with(Draft draft, Map<String, String> variants, List<Post.Image> images) {
        return new Draft(
                draft.kind(),
                draft.title(),
                draft.text(),
                draft.link(),
                draft.language(),
                draft.warning(),
                draft.visibility(),
                draft.underSeal(),
                draft.planning(),
                draft.accounts(),
                variants,
                images);
    }
}
