package fr.tocsin.templates.web;

import fr.tocsin.delivering.Kind;
import fr.tocsin.pages.Mistakes;
import fr.tocsin.templates.Wording;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.util.MultiValueMap;

/// The forms of templates as they were sent.
record TemplateForm(MultiValueMap<String, String> sent) {

    private static final int LONGEST = 20_000;

    Wording wording() {
        return new Wording(
                kind(line("kind")),
                line("name"),
                line("title"),
                text("text"),
                line("link"),
                line("language").matches("[a-z]{2}") ? line("language") : "fr");
    }

    int version() {
        return line("version").matches("[0-9]{1,9}") ? Integer.parseInt(line("version")) : 0;
    }

    Mistakes mistakes() {
        var wording = wording();
        return Mistakes.NONE
                .andIf(wording.name().isBlank(), "name", "templates.mistake.name")
                .andIf(wording.name().length() > 80, "name", "templates.mistake.name.long", 80)
                .andIf(wording.title().length() > 200, "title", "templates.mistake.title.long", 200)
                .andIf(wording.text().isBlank(), "text", "templates.mistake.text")
                .andIf(
                        wording.text().length() > LONGEST,
                        "text",
                        "templates.mistake.text.long",
                        LONGEST)
                .andIf(
                        wording.link().length() > 2_000,
                        "link",
                        "templates.mistake.link.long",
                        2000);
    }

    /// The words for the blanks, by their names.
    Map<String, String> words() {
        var words = new HashMap<String, String>();
        sent.forEach((name, values) -> {
            if (name.startsWith("blank.")) {
                words.put(name.substring("blank.".length()), line(name));
            }
        });
        return words;
    }

    static Kind kind(String word) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElse(Kind.COMMUNITY);
    }

    private String text(String name) {
        return Objects.requireNonNullElse(sent.getFirst(name), "").replace("\r\n", "\n");
    }

    private String line(String name) {
        return text(name).replace('\n', ' ').strip();
    }
}
