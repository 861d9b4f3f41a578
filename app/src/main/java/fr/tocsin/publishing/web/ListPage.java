package fr.tocsin.publishing.web;

import fr.tocsin.delivering.Kind;
import fr.tocsin.publishing.Listed;
import fr.tocsin.publishing.Standing;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A unit's publications, found by state, kind and words.
///
/// @param base the address of the list
/// @param filter the group of states that is shown, such as `drafts`
/// @param kind such as `alert`, empty for any
public record ListPage(
        String base,
        List<Line> lines,
        int total,
        int number,
        int pages,
        String filter,
        String kind,
        String words,
        boolean mayWrite) {

    static final List<String> KINDS =
            Arrays.stream(Kind.values()).map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();

    /// One publication.
    public record Line(Listed listed, Standing standing) {

        public String kind() {
            return listed.kind().name().toLowerCase(Locale.ROOT);
        }
    }

    public List<String> filters() {
        return List.of(
                "all",
                "drafts",
                "submitted",
                "scheduled",
                "published",
                "troubled",
                "cancelled",
                "taken-down");
    }

    public List<String> kinds() {
        return KINDS;
    }

    public boolean narrowed() {
        return !filter.equals("all") || !kind.isEmpty() || !words.isEmpty();
    }

    /// The address of the same search with another filter.
    public String filtered(String other) {
        return base + "?" + query(other);
    }

    /// Ends where the page number goes.
    public String paged() {
        return "?" + query(filter) + "&page=";
    }

    private String query(String state) {
        return "state="
                + state
                + "&kind="
                + kind
                + "&q="
                + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
