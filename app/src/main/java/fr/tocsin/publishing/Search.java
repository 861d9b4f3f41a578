package fr.tocsin.publishing;

import fr.tocsin.delivering.Kind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What to look for among a unit's publications.
///
/// @param states empty for any
/// @param kind null for any
/// @param words found anywhere in title or text, in whatever case; empty for any
/// @param page counts from 1
public record Search(Set<State> states, @Nullable Kind kind, String words, int page) {

    /// How many publications one page shows.
    public static final int PAGE = 30;

    public static final Search ALL = new Search(Set.of(), null, "", 1);

    public static Search in(State... states) {
        return new Search(Set.of(states), null, "", 1);
    }

    /// What was found.
    ///
    /// @param total on all pages
    public record Found(List<Listed> publications, int total) {

        public int pages() {
            return Math.max(1, (total + PAGE - 1) / PAGE);
        }
    }
}
