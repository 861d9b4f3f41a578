package fr.tocsin.pages;

import gg.jte.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// Drawings from bootstrap-icons, put into the page itself so that they take the colour of the
/// text.
@Component
public class Icons {

    private static final Pattern DRAWING = Pattern.compile("<svg[^>]*>(.*)</svg>", Pattern.DOTALL);

    private final Map<String, String> drawings = new ConcurrentHashMap<>();

    /// @throws IllegalArgumentException when the build unpacks no such icon: a bug in a template
    public Content icon(String name) {
        var drawing = drawings.computeIfAbsent(name, Icons::read);
        return output -> output.writeContent(drawing);
    }

    private static String read(String name) {
        var file = new ClassPathResource("icons/" + name + ".svg");
        if (!file.exists()) {
            throw new IllegalArgumentException(
                    "no icon '" + name + "'; is it among the includes in app/pom.xml?");
        }
        try {
            var svg = DRAWING.matcher(file.getContentAsString(StandardCharsets.UTF_8));
            if (!svg.find()) {
                throw new IllegalArgumentException("not a drawing: " + file);
            }
            return "<svg class=\"icon\" viewBox=\"0 0 16 16\" fill=\"currentColor\""
                    + " aria-hidden=\"true\">"
                    + svg.group(1).strip()
                    + "</svg>";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
