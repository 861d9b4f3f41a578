package fr.tocsin.site;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// Brings words to the form under which they are searched and addressed: no accents, no capitals.
final class Folding {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_A_SLUG = Pattern.compile("[^a-z0-9]+");
    private static final int LONGEST_SLUG = 70;

    private Folding() {}

    static String fold(String text) {
        var ligatures =
                text.replace("œ", "oe").replace("Œ", "OE").replace("æ", "ae").replace("Æ", "AE");
        return MARKS.matcher(Normalizer.normalize(ligatures, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'');
    }

    /// The part of an address that tells a person what the page is about; never empty.
    static String slug(String title) {
        var words = NOT_A_SLUG.matcher(fold(title)).replaceAll("-");
        var slug = words.replaceAll("^-|-$", "");
        if (slug.length() > LONGEST_SLUG) {
            var cut = slug.lastIndexOf('-', LONGEST_SLUG);
            slug = slug.substring(0, cut > 0 ? cut : LONGEST_SLUG);
        }
        return slug.isEmpty() ? "publication" : slug;
    }
}
