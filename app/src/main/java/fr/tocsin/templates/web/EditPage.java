package fr.tocsin.templates.web;

import fr.tocsin.delivering.Kind;
import fr.tocsin.pages.Mistakes;
import fr.tocsin.templates.Wording;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A template being written.
///
/// @param base the address of the templates
/// @param id empty for a new one
public record EditPage(String base, String id, int version, Wording wording, Mistakes mistakes) {

    public boolean fresh() {
        return id.isEmpty();
    }

    public String kind() {
        return wording.kind().name().toLowerCase(Locale.ROOT);
    }

    public List<String> kinds() {
        return Arrays.stream(Kind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    public List<String> languages() {
        return List.of("fr", "en", "de", "es", "it", "nl", "pt", "pl", "ro", "uk", "ar", "tr");
    }

    public String languageName(String code, String reader) {
        return Locale.of(code).getDisplayLanguage(Locale.of(reader));
    }
}
