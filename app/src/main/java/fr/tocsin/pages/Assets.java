package fr.tocsin.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// Styles, scripts and pictures of the pages, under names that contain their hash, so that browsers
/// may keep them for ever. Style sheets carry what they import.
@Component
public class Assets {

    private final Map<String, String> urls = new HashMap<>();
    private final Map<String, Resource> files = new HashMap<>();

    Assets() {
        var found = new HashMap<String, Resource>();
        try {
            var root = "classpath*:/assets/**/*.*";
            for (var file : new PathMatchingResourcePatternResolver().getResources(root)) {
                var path = file.getURL().getPath();
                found.put(path.substring(path.lastIndexOf("/assets/") + "/assets/".length()), file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.keySet().stream()
                .filter(name -> !name.endsWith(".css"))
                .forEach(name -> serve(name, content(name, found)));
        found.keySet().stream()
                .filter(name -> name.endsWith(".css"))
                .forEach(name -> serve(name, styles(name, found)));
    }

    /// @throws IllegalArgumentException when there is no such asset: a bug in a template
    public String url(String name) {
        var url = urls.get(name);
        if (url == null) {
            throw new IllegalArgumentException("no asset '" + name + "'; known: " + urls.keySet());
        }
        return url;
    }

    @Nullable Resource file(String hashedName) {
        return files.get(hashedName);
    }

    private void serve(String name, byte[] content) {
        var dot = name.lastIndexOf('.');
        var hashed = name.substring(0, dot) + "." + hash(content) + name.substring(dot);
        urls.put(name, "/assets/" + hashed);
        files.put(hashed, new ByteArrayResource(content, name));
    }

    private byte[] styles(String name, Map<String, Resource> found) {
        var css = Stylesheet.whole(text(name, found), other -> text(other, found));
        return Stylesheet.addressed(css, this::url).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(String name, Map<String, Resource> found) {
        return new String(content(name, found), StandardCharsets.UTF_8);
    }

    private static byte[] content(String name, Map<String, Resource> found) {
        var file = found.get(name);
        if (file == null) {
            throw new IllegalArgumentException("no asset '" + name + "' to import");
        }
        try {
            return file.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
