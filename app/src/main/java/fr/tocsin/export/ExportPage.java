package fr.tocsin.export;

import fr.tocsin.pages.Moments;
import fr.tocsin.pages.Words;
import fr.tocsin.units.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// What the pages of an archive need: they are opened from a disk, without a server.
///
/// @param site base of the addresses of the unit's pages and feeds
public record ExportPage(Words words, Moments moments, Unit unit, String site) {

    public String t(String key, Object... args) {
        return words.t(key, args);
    }

    /// The moment as people read it.
    public String time(Instant instant) {
        return moments.full(instant);
    }

    /// The words under the key, or the bare word where there are none.
    public String name(String key, String word) {
        var name = words.messages().getMessage(key + word, null, word, words.locale());
        return name == null ? word : name;
    }

    public String language() {
        return words.locale().getLanguage();
    }

    /// The permanent addresses of the unit's feeds.
    public List<String> feeds() {
        return List.of("atom", "rss", "json").stream()
                .map(format -> "%s/u/%s/feed.%s".formatted(site, unit.slug(), format))
                .toList();
    }

    /// One line of the index.
    public record Line(String folder, String heading, String kind, String state, Instant at) {

        static Line of(Exported exported) {
            var due = exported.dueAt();
            return new Line(
                    exported.folder(),
                    exported.heading(),
                    exported.kind().toLowerCase(Locale.ROOT),
                    exported.state(),
                    due == null ? exported.updatedAt() : due);
        }
    }
}
