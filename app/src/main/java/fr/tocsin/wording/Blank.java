package fr.tocsin.wording;

import java.util.BitSet;

/// What shows as nothing, and may be lost at the ends of a part.
final class Blank {

    private Blank() {}

    /// White space where a line may break.
    static boolean isSpace(int character) {
        return Character.isWhitespace(character);
    }

    /// Anything that leaves no ink: also no-break spaces and zero-width marks.
    static boolean isBlank(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || character == 0x200B
                || character == 0x2060
                || character == 0xFEFF;
    }

    static boolean isBlank(String text) {
        return text.codePoints().allMatch(Blank::isBlank);
    }

    /// The first position from `start` on that is not blank; whole graphemes only, so that a mark
    /// which combines with a space keeps it.
    static int skip(String text, BitSet graphemes, int start, int end) {
        var at = start;
        while (at < end) {
            var next = graphemes.nextSetBit(at + 1);
            if (next < 0 || next > end || !isBlank(text.substring(at, next))) {
                break;
            }
            at = next;
        }
        return at;
    }

    /// The last position up to `end` that has ink before it.
    static int trim(String text, BitSet graphemes, int start, int end) {
        var at = end;
        while (at > start) {
            var previous = graphemes.previousSetBit(at - 1);
            if (previous < start || !isBlank(text.substring(previous, at))) {
                break;
            }
            at = previous;
        }
        return at;
    }
}
