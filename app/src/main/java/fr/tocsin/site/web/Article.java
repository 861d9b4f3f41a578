package fr.tocsin.site.web;

import fr.tocsin.delivering.Kind;
import gg.jte.Content;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One publication as the public reads it.
///
/// @param address absolute, for those who copy or index it
/// @param body safe HTML
/// @param excerpt the first words as plain text, for lists and previews
public record Article(
        UUID publication,
        String path,
        URI address,
        String unitSlug,
        String unitName,
        Kind kind,
        String language,
        String title,
        @Nullable String warning,
        Content body,
        String excerpt,
        @Nullable URI link,
        List<Picture> pictures,
        Instant publishedAt,
        Instant updatedAt) {

    public Article {
        pictures = List.copyOf(pictures);
    }

    public String kindPath() {
        return KindPath.of(kind).path();
    }

    public boolean updated() {
        return updatedAt.isAfter(publishedAt.plusSeconds(60));
    }

    /// @param small for phones and lists
    /// @param large for the page itself
    /// @param film address of a video or animation; empty for what stands still
    /// @param video whether the film is a video, with sound and controls
    /// @param captions address of what is spoken; empty for none
    public record Picture(
            String small,
            String large,
            String alt,
            int width,
            int height,
            String film,
            boolean video,
            String captions) {}
}
