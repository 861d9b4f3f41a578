package fr.tocsin.wording;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.BitSet;
import java.util.Locale;

/// Where a text may be cut, and how good each place is. Never inside a grapheme or a link; inside a
/// run without spaces only where its script is written without spaces (UAX #14).
final class Breaks {

    /// With the abbreviations that end no sentence, such as "M.".
    private static final ULocale FRENCH = new ULocale("fr@ss=standard");

    private final BitSet words = new BitSet();
    private final BitSet sentences = new BitSet();
    private final BitSet paragraphs = new BitSet();
    private final BitSet lastResorts = new BitSet();

    private Breaks() {}

    static Breaks of(String text) {
        var breaks = new Breaks();
        var graphemes = Graphemes.boundaries(text);
        for (var link : Links.withBareDomains(text)) {
            graphemes.clear(link.start() + 1, link.end());
        }
        breaks.findSpaces(text, graphemes);
        breaks.findWords(text, graphemes);
        breaks.findSentences(text);
        return breaks;
    }

    /// Ends of sentences and lines.
    BitSet sentences() {
        return sentences;
    }

    /// Ends of paragraphs, that is before an empty line.
    BitSet paragraphs() {
        return paragraphs;
    }

    /// Ends of words.
    BitSet words() {
        return words;
    }

    /// Between words where typography would rather not, such as before a question mark.
    BitSet lastResorts() {
        return lastResorts;
    }

    private void findSpaces(String text, BitSet graphemes) {
        for (var at = graphemes.nextSetBit(1); at >= 0; at = graphemes.nextSetBit(at + 1)) {
            if (at < text.length() && Blank.isSpace(text.codePointBefore(at))) {
                lastResorts.set(at);
            }
        }
    }

    private void findWords(String text, BitSet graphemes) {
        var lines = BreakIterator.getLineInstance(Locale.ROOT);
        lines.setText(text);
        for (var at = lines.next(); at != BreakIterator.DONE; at = lines.next()) {
            if (at >= text.length() || !graphemes.get(at)) {
                continue;
            }
            if (Blank.isSpace(text.codePointBefore(at))) {
                words.set(at);
                if (endsLine(text, at)) {
                    sentences.set(at);
                }
                if (endsParagraph(text, at)) {
                    paragraphs.set(at);
                }
            } else if (isWrittenWithoutSpaces(base(text, graphemes, at))
                    && isWrittenWithoutSpaces(text.codePointAt(at))) {
                words.set(at);
                lastResorts.set(at);
            }
        }
    }

    private void findSentences(String text) {
        var iterator = BreakIterator.getSentenceInstance(FRENCH);
        iterator.setText(text);
        for (var at = iterator.next(); at != BreakIterator.DONE; at = iterator.next()) {
            if (words.get(at)) {
                sentences.set(at);
            }
        }
    }

    private static boolean endsLine(String text, int at) {
        return text.charAt(at - 1) == '\n';
    }

    private static boolean endsParagraph(String text, int at) {
        var start = at;
        while (start > 0 && Blank.isSpace(text.codePointBefore(start))) {
            start -= Character.charCount(text.codePointBefore(start));
        }
        return text.substring(start, at).chars().filter(c -> c == '\n').count() > 1;
    }

    /// The first code point of the grapheme that ends here.
    private static int base(String text, BitSet graphemes, int end) {
        return text.codePointAt(Math.max(0, graphemes.previousSetBit(end - 1)));
    }

    private static boolean isWrittenWithoutSpaces(int character) {
        var width = UCharacter.getIntPropertyValue(character, UProperty.EAST_ASIAN_WIDTH);
        var line = UCharacter.getIntPropertyValue(character, UProperty.LINE_BREAK);
        var isHangul =
                UCharacter.getIntPropertyValue(character, UProperty.HANGUL_SYLLABLE_TYPE) != 0;
        return !isHangul
                && (width == UCharacter.EastAsianWidth.WIDE
                        || width == UCharacter.EastAsianWidth.FULLWIDTH
                        || line == UCharacter.LineBreak.COMPLEX_CONTEXT
                        || line == UCharacter.LineBreak.IDEOGRAPHIC
                        || line == UCharacter.LineBreak.REGIONAL_INDICATOR);
    }
}
