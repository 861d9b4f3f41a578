package fr.tocsin.publishing;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.tocsin.delivering.AccountId;
import fr.tocsin.delivering.Kind;
import fr.tocsin.delivering.Means;
import fr.tocsin.delivering.Network;
import fr.tocsin.delivering.Post;
import fr.tocsin.media.MediaId;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What was submitted, frozen: the words, the variants, the pictures by their content, and for
/// every account the exact post that will be sent. [#hash] names precisely this.
///
/// @param plannedAt null for "as soon as approved"
/// @param correction null for a first publication
public record Content(
        Kind kind,
        String title,
        String text,
        String link,
        String language,
        String warning,
        Post.Visibility visibility,
        boolean underSeal,
        @Nullable Instant plannedAt,
        Map<String, String> variants,
        List<Picture> pictures,
        List<Edition> editions,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Correction correction) {

    public Content {
        variants = Collections.unmodifiableMap(new TreeMap<>(variants));
        pictures = List.copyOf(pictures);
        editions = List.copyOf(editions);
    }

    /// The content of a first publication.
    public Content(
            Kind kind,
            String title,
            String text,
            String link,
            String language,
            String warning,
            Post.Visibility visibility,
            boolean underSeal,
            @Nullable Instant plannedAt,
            Map<String, String> variants,
            List<Picture> pictures,
            List<Edition> editions) {
        this(
                kind,
                title,
                text,
                link,
                language,
                warning,
                visibility,
                underSeal,
                plannedAt,
                variants,
                pictures,
                editions,
                null);
    }

    /// What a correction takes the place of, and how it reaches each account: whoever approves it
    /// approves that too.
    ///
    /// @param of number of the revision that was public
    public record Correction(int of, Explanation explanation, List<Target> targets) {

        public Correction {
            targets = List.copyOf(targets);
        }
    }

    /// One account and the means by which it is corrected.
    public record Target(AccountId account, Network network, String handle, Means means) {}

    /// A picture, by what is in it.
    ///
    /// @param sha256 of the picture in the library
    /// @param checks what was looked for on it; not written when empty, so that revisions from
    ///   before there was a checklist keep their hash
    public record Picture(
            MediaId media,
            String sha256,
            String alt,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Check> checks) {

        public Picture {
            checks = List.copyOf(Objects.requireNonNullElse(checks, List.of()));
        }
    }

    /// One answer of a picture's checklist.
    ///
    /// @param by name of who answered
    public record Check(
            Checklist.Question question, Checklist.Verdict verdict, String reason, String by) {}

    /// What one account will say.
    public record Edition(AccountId account, Network network, String handle, Post post) {}

    /// SHA-256 over the canonical form: every field of every part counts.
    public String hash() {
        return Canonical.hash(this);
    }

    Content at(@Nullable Instant newTime) {
        return new Content(
                kind,
                title,
                text,
                link,
                language,
                warning,
                visibility,
                underSeal,
                newTime,
                variants,
                pictures,
                editions,
                correction);
    }

    /// The working copy that says this.
    public Draft draft() {
        var accounts =
                correction == null
                        ? editions.stream().map(Edition::account).toList()
                        : correction.targets().stream().map(Target::account).toList();
        return new Draft(
                kind,
                title,
                text,
                link,
                language,
                warning,
                visibility,
                underSeal,
                Planning.of(plannedAt),
                accounts,
                variants,
                pictures.stream()
                        .map(picture -> new Post.Image(picture.media(), picture.alt()))
                        .toList());
    }
}
