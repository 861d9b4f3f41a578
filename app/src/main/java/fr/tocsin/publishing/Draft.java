package fr.tocsin.publishing;

import fr.tocsin.delivering.AccountId;
import fr.tocsin.delivering.Kind;
import fr.tocsin.delivering.Network;
import fr.tocsin.delivering.Post;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What is being written, as it is, mistakes included: a draft keeps everything that was typed, the
/// rules are asked only when it is submitted.
///
/// @param link as typed; empty for none
/// @param language BCP 47, such as `fr`
/// @param warning content warning, empty for none
/// @param underSeal shows property that is held under seal and needs a magistrate's word
/// @param accounts where it goes
/// @param variants the text for a network, by its id, where it diverged from the common one
/// @param images in the order in which they are shown
public record Draft(
        Kind kind,
        String title,
        String text,
        String link,
        String language,
        String warning,
        Post.Visibility visibility,
        boolean underSeal,
        Planning planning,
        List<AccountId> accounts,
        Map<String, String> variants,
        List<Post.Image> images) {

    public Draft {
        accounts =
                new LinkedHashSet<>(accounts)
                        .stream().sorted((a, b) -> a.value().compareTo(b.value())).toList();
        variants = Collections.unmodifiableMap(new TreeMap<>(variants));
        images = List.copyOf(images);
    }

    /// An empty page.
    public static Draft blank(Kind kind, List<AccountId> accounts) {
        return new Draft(
                kind,
                "",
                "",
                "",
                "fr",
                "",
                Post.Visibility.PUBLIC,
                false,
                Planning.NOW,
                accounts,
                Map.of(),
                List.of());
    }

    /// The text for one network: its own, or the common one.
    public String textFor(Network network) {
        return variants.getOrDefault(network.id(), text);
    }

    /// The same draft for another time.
    public Draft plannedFor(Planning time) {
        return new Draft(
                kind,
                title,
                text,
                link,
                language,
                warning,
                visibility,
                underSeal,
                time,
                accounts,
                variants,
                images);
    }

    Draft sentTo(List<AccountId> others) {
        return new Draft(
                kind,
                title,
                text,
                link,
                language,
                warning,
                visibility,
                underSeal,
                planning,
                others,
                variants,
                images);
    }

    /// The same draft with these pictures.
    public Draft showing(List<Post.Image> pictures) {
        return new Draft(
                kind,
                title,
                text,
                link,
                language,
                warning,
                visibility,
                underSeal,
                planning,
                accounts,
                variants,
                pictures);
    }

    /// The same draft with these texts for networks, by their ids.
    public Draft saying(Map<String, String> ownTexts) {
        return new Draft(
                kind,
                title,
                text,
                link,
                language,
                warning,
                visibility,
                underSeal,
                planning,
                accounts,
                ownTexts,
                images);
    }

    /// The same draft with another link.
    Draft linking(String address) {
        return new Draft(
                kind,
                title,
                text,
                address,
                language,
                warning,
                visibility,
                underSeal,
                planning,
                accounts,
                variants,
                images);
    }

    /// Whether justice must have allowed it.
    public boolean needsAuthorisation() {
        return kind == Kind.APPEAL || kind == Kind.PROPERTY && underSeal;
    }
}
