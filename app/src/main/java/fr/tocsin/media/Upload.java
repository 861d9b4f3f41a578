package fr.tocsin.media;

import java.util.List;

/// What came of sending a file in.
public sealed interface Upload {

    /// It is in the library; the same picture sent twice is one item.
    record Stored(MediaItem item) implements Upload {}

    /// It is not taken, and nothing of it is kept.
    ///
    /// @param reason a stable word such as `damaged`; the words are under `media.refused.<reason>`
    /// @param args what fills their `{0}`, `{1}` …
    record Refused(String reason, List<Object> args) implements Upload {

        public Refused {
            args = List.copyOf(args);
        }

        /// The key of the words that say what is wrong and what to do.
        public String key() {
            return "media.refused." + reason;
        }
    }
}
