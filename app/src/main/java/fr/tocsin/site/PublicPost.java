package fr.tocsin.site;

import fr.tocsin.delivering.Kind;
import fr.tocsin.media.MediaId;
import fr.tocsin.units.UnitId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One page of the public site.
///
/// @param path its permanent address below the public URL, such as
///   `/u/sdis-86/2026/11/feu-de-foret-a-vouille`
/// @param body plain text; paragraphs are separated by empty lines
public record PublicPost(
        UUID publication,
        UnitId unit,
        Kind kind,
        String language,
        String title,
        @Nullable String warning,
        String body,
        @Nullable URI link,
        List<Picture> pictures,
        String path,
        Instant publishedAt,
        Instant updatedAt) {

    public PublicPost {
        pictures = List.copyOf(pictures);
    }

    /// A picture with the words for those who cannot see it.
    public record Picture(MediaId media, String alt) {}
}
