package fr.tocsin.wording;

import com.ibm.icu.text.BreakIterator;
import java.util.BitSet;
import java.util.Locale;

/// What a reader sees as one character: an extended grapheme cluster (Unicode UAX #29). A family
/// joined from five emoji is one, and so is a letter with the accents that combine with it.
public final class Graphemes {

    private Graphemes() {}

    public static int count(String text) {
        if (isPlain(text)) {
            return text.length();
        }
        var clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
        clusters.setText(text);
        var count = 0;
        while (clusters.next() != BreakIterator.DONE) {
            count++;
        }
        return count;
    }

    /// The char positions between clusters, both ends of the text included.
    static BitSet boundaries(String text) {
        var boundaries = new BitSet(text.length() + 1);
        if (isPlain(text)) {
            boundaries.set(0, text.length() + 1);
            return boundaries;
        }
        var clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
        clusters.setText(text);
        for (var at = clusters.first(); at != BreakIterator.DONE; at = clusters.next()) {
            boundaries.set(at);
        }
        return boundaries;
    }

    /// Nothing below U+0300 combines, except CR with LF.
    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c < 0x300 && c != '\r');
    }
}
