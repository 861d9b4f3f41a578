package fr.tocsin.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class IconsTest {

    private static final Pattern CALL =
            Pattern.compile("frame\\.icon\\(([^;\\n]*?)\\)(?:\\s|<|$|})");
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?:icon = |NavigationEntry\\.\\w+\\(\\s*\"[\\w.-]+\",\\s*)\"([a-z0-9-]+)\"");
    private static final Pattern WORD = Pattern.compile("(?:^|-> )\"([a-z0-9-]+)\"");

    @Test
    void everyIconThatATemplateShowsIsThere() throws IOException {
        var missing = new TreeSet<String>();
        for (var root : new String[] {"src/main/jte", "src/main/java"}) {
            try (var files = Files.walk(Path.of(root))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    for (var name : shown(Files.readString(file))) {
                        if (!new ClassPathResource("icons/" + name + ".svg").exists()) {
                            missing.add(name + " in " + file);
                        }
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void anIconIsDrawnInTheColourOfTheTextAndNotReadAloud() {
        var drawn = new StringOutput();
        new Icons().icon("clock").writeTo(drawn);

        assertThat(drawn.toString())
                .startsWith("<svg class=\"icon\" viewBox=\"0 0 16 16\" fill=\"currentColor\"")
                .contains("aria-hidden=\"true\"")
                .endsWith("</svg>");
    }

    @Test
    void anUnknownIconIsABug() {
        assertThatThrownBy(() -> new Icons().icon("no-such-drawing"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no-such-drawing");
    }

    private static TreeSet<String> shown(String text) {
        var names = new TreeSet<String>();
        CALL.matcher(text)
                .results()
                .flatMap(call -> WORD.matcher(call.group(1)).results())
                .forEach(found -> names.add(found.group(1)));
        NAMED.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }
}
