package fr.tocsin.channels.mastodon;

import fr.tocsin.delivering.Limits;
import fr.tocsin.media.ImageRules;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What a server allows: read from its own announcement, with the documented figures wherever it is
/// silent or absurd.
final class Announced {

    /// Mastodon's documentation, `entities/Instance` and "Posting to your profile".
    static final Limits DOCUMENTED =
            new Limits(
                    500,
                    0,
                    23,
                    4,
                    new ImageRules(
                            16L * 1024 * 1024,
                            8_294_400, // scaled down to this by the server anyway
                            8192,
                            Set.of("image/jpeg", "image/png", "image/webp")),
                    1500,
                    LocalDate.of(2026, 7, 1),
                    "documentation");

    private static final long MOST = 1_000_000;

    private Announced() {}

    /// @param instance the `Instance` entity of either version, or what other software makes of it
    static Limits in(JsonNode instance, LocalDate today) {
        var configuration = instance.path("configuration");
        var statuses = configuration.path("statuses");
        var media = configuration.path("media_attachments");
        var image = DOCUMENTED.image();
        return new Limits(
                (int)
                        figure(
                                DOCUMENTED.characters(),
                                statuses.path("max_characters"),
                                instance.path("max_toot_chars")), // Pleroma, Akkoma, snac
                0,
                (int)
                        figure(
                                DOCUMENTED.urlCharacters(),
                                statuses.path("characters_reserved_per_url")),
                (int)
                        figure(
                                DOCUMENTED.images(),
                                statuses.path("max_media_attachments"),
                                instance.path("max_media_attachments")),
                new ImageRules(
                        figure(
                                image.maxBytes(),
                                media.path("image_size_limit"),
                                instance.path("upload_limit")),
                        Math.min(
                                image.maxPixels(),
                                figure(image.maxPixels(), media.path("image_matrix_limit"))),
                        image.maxSide(),
                        types(media.path("supported_mime_types"))),
                (int)
                        figure(
                                DOCUMENTED.altCharacters(),
                                media.path("description_limit"),
                                instance.path("description_limit")),
                today,
                "server");
    }

    private static long figure(long documented, JsonNode... candidates) {
        for (var candidate : candidates) {
            if (candidate.isIntegralNumber() && candidate.asLong() > 0) {
                return Math.min(candidate.asLong(), Math.max(documented, MOST));
            }
        }
        return documented;
    }

    private static Set<String> types(JsonNode announced) {
        var ours = new LinkedHashSet<String>();
        for (var type : announced) {
            if (DOCUMENTED.image().types().contains(type.asString(""))) {
                ours.add(type.asString());
            }
        }
        return ours.isEmpty() ? Set.of("image/jpeg", "image/png") : Set.copyOf(ours);
    }
}
