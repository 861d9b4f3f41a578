package fr.tocsin.delivering;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.tocsin.media.MediaId;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one account is to say, exactly as it was approved: already cut into parts, nothing left to
/// decide.
///
/// @param language BCP 47, such as `fr`
/// @param title used where the network has titles (the own site, its feeds)
/// @param warning content warning, where the network has one
/// @param link also contained in the text of a part; networks with link cards build them from it
/// @param correction set when it takes the place of what was published, or corrects it
/// @param parts one for a single post, more for a thread; never empty
public record Post(
        Kind kind,
        String language,
        @Nullable String title,
        @Nullable String warning,
        @Nullable URI link,
        List<Part> parts,
        Visibility visibility,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Correction correction) {

    public Post {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a post has at least one part, found none");
        }
        parts = List.copyOf(parts);
    }

    /// A post that corrects nothing.
    public Post(
            Kind kind,
            String language,
            @Nullable String title,
            @Nullable String warning,
            @Nullable URI link,
            List<Part> parts,
            Visibility visibility) {
        this(kind, language, title, warning, link, parts, visibility, null);
    }

    /// What a correction says of itself, where former versions are shown.
    ///
    /// @param note what was wrong, for readers; may be empty
    /// @param withheld whether the former versions are not to be shown any more
    public record Correction(String note, boolean withheld) {}

    /// One post of a thread.
    public record Part(String text, List<Image> images) {

        public Part {
            images = List.copyOf(images);
        }
    }

    /// A picture with the words for those who cannot see it.
    public record Image(MediaId media, String alt) {}

    /// Who finds the post without following the account; Mastodon's words.
    public enum Visibility {
        PUBLIC,
        UNLISTED
    }
}
