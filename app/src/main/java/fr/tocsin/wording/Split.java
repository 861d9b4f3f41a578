package fr.tocsin.wording;

import java.util.List;

/// What came of cutting a text into a thread.
public sealed interface Split {

    /// Every text fits, its number included. One text without a number when all fits into one; none
    /// when there is nothing but white space.
    record Parts(List<String> texts) implements Split {

        public Parts {
            texts = List.copyOf(texts);
        }
    }

    /// The author must shorten something: a word or link that may not be cut is longer than a whole
    /// post.
    ///
    /// @param piece what is too long, as written
    /// @param position its first char in the text, line ends counted as one
    /// @param count how it measures, with the number it would carry
    record TooLong(String piece, int position, Measure.Count count) implements Split {}
}
