package fr.tocsin.templates;

import fr.tocsin.delivering.Kind;
import java.util.List;
import java.util.Map;

/// What a template says, blanks included.
///
/// @param name how the unit calls it
/// @param link empty for none
/// @param language BCP 47, such as `fr`
public record Wording(
        Kind kind, String name, String title, String text, String link, String language) {

    /// The blanks in the order in which they are read, without their braces, each once.
    public List<String> blanks() {
        return Blanks.in(title + "\n" + text + "\n" + link);
    }

    Wording filled(Map<String, String> words) {
        return new Wording(
                kind,
                name,
                Blanks.fill(title, words),
                Blanks.fill(text, words),
                Blanks.fill(link, words),
                language);
    }
}
