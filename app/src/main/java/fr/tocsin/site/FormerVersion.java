package fr.tocsin.site;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a page said before it was corrected.
///
/// @param number counts from 1, the oldest first
/// @param words null where a correction took them out of sight for good
/// @param pictures whether the correction showed other pictures, or other words for them
/// @param note what the correction said was wrong; may be empty
public record FormerVersion(
        int number,
        Instant from,
        Instant until,
        @Nullable Words words,
        boolean pictures,
        String note) {

    public record Words(String title, @Nullable String warning, String body) {}
}
