package fr.tocsin.media;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What to look for in a unit's library.
///
/// @param words every one of them is in the name, the alternative text, the tags or the rights
/// @param expiring only what expires until that day, soonest first; null for everything, newest
///   first
/// @param page counts from 1
public record Wanted(String words, @Nullable LocalDate expiring, int page) {

    /// How many pictures one page shows.
    public static final int PAGE = 48;

    /// What was found.
    ///
    /// @param total on all pages
    public record Found(List<MediaItem> items, int total) {

        public int pages() {
            return Math.max(1, Math.ceilDiv(total, PAGE));
        }
    }
}
