package fr.tocsin.pages;

import java.util.List;
import java.util.Optional;

/// Something that everybody at a unit's desk must know, on every page, for as long as it lasts. A
/// module that has such a thing declares a bean of this type; nothing shared changes.
public interface Alarm {

    /// @return empty while there is nothing to say
    Optional<Raised> in(Identity identity);

    /// @param key of the words
    /// @param args their `{0}`, `{1}` …; an instant is shown as a moment
    /// @param path below the unit's desk, where one learns more
    /// @param link key of the words that lead there
    record Raised(String key, List<Object> args, String path, String link) {

        public Raised {
            args = List.copyOf(args);
        }
    }
}
