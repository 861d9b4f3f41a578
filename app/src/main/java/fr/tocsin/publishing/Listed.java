package fr.tocsin.publishing;

import fr.tocsin.delivering.Kind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One publication in a list.
///
/// @param heading its title, or how its text begins
/// @param correction how far a correction in hand has come; null when there is none
public record Listed(
        PublicationId id,
        Kind kind,
        String heading,
        State state,
        Planning planning,
        @Nullable Instant dueAt,
        Instant updatedAt,
        String updatedBy,
        int pictures,
        Correction.@Nullable Stage correction) {

    private static final int LONGEST = 120;

    static String heading(String title, String text) {
        var words = (title.isBlank() ? text : title).strip();
        var line = words.lines().findFirst().orElse("");
        if (line.codePointCount(0, line.length()) <= LONGEST) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, LONGEST)).stripTrailing() + "…";
    }
}
