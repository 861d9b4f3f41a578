package fr.tocsin.media;

import java.util.Set;
import java.util.TreeSet;

/// What a rendition must keep to; zero where there is no limit.
record Target(int maxWidth, int maxHeight, long maxPixels, long maxBytes, Set<String> types) {

    private static final Set<String> WEB = Set.of("image/jpeg", "image/png");

    static Target of(ImageRules rules) {
        if (rules.types().stream().noneMatch(WEB::contains)) {
            throw new IllegalArgumentException(
                    "pictures are made as JPEG or PNG, but only these are accepted: "
                            + rules.types());
        }
        return new Target(
                rules.maxSide(),
                rules.maxSide(),
                rules.maxPixels(),
                rules.maxBytes(),
                rules.types());
    }

    static Target width(int width) {
        return new Target(width, 4 * width, 0, 0, WEB);
    }

    boolean takes(Format format) {
        return types.contains(format.type());
    }

    /// How much a picture of this size must shrink; 1 when it fits.
    double scale(int width, int height) {
        var scale = 1.0;
        if (maxWidth > 0) {
            scale = Math.min(scale, (double) maxWidth / width);
        }
        if (maxHeight > 0) {
            scale = Math.min(scale, (double) maxHeight / height);
        }
        if (maxPixels > 0) {
            scale = Math.min(scale, Math.sqrt((double) maxPixels / ((double) width * height)));
        }
        return scale;
    }

    boolean holds(long bytes) {
        return maxBytes <= 0 || bytes <= maxBytes;
    }

    /// Tells targets apart in file names.
    String key() {
        var types = String.join("+", new TreeSet<>(this.types)).replace("image/", "");
        return "%dx%d-%d-%d-%s"
                .formatted(maxWidth, maxHeight, maxPixels, maxBytes, types)
                .replaceAll("[^a-z0-9+x-]", "_");
    }
}
