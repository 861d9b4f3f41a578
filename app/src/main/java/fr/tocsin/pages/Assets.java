package fr.tocsin.pages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// Styles, scripts and pictures of the pages, under names that contain their hash, so that browsers
/// may keep them for ever.
@Component
public class Assets {

    private final Map<String, String> urls = new HashMap<>();
    private final Map<String, Resource> files = new HashMap<>();

    Assets() {
        try {
            var root = "classpath*:/assets/**/*.*";
            for (var file : new PathMatchingResourcePatternResolver().getResources(root)) {
                var path = file.getURL().getPath();
                var name = path.substring(path.lastIndexOf("/assets/") + "/assets/".length());
                var dot = name.lastIndexOf('.');
                var hashed =
                        name.substring(0, dot)
                                + "."
                                + hash(file.getContentAsByteArray())
                                + name.substring(dot);
                urls.put(name, "/assets/" + hashed);
                files.put(hashed, file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private static String hash(byte[] content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
