package fr.tocsin.wording;

/// Counts a text the way one network counts it.
public interface Measure {

    /// How much of the limit the text uses. Where a network sets two limits, the one that the text
    /// comes closest to.
    Count count(String text);

    /// The same measure with less room, because something else (a content warning, a signature)
    /// shares the limit.
    ///
    /// @param units how much is taken, in this measure's own unit
    default Measure reserving(int units) {
        return text -> {
            var alone = count(text);
            return new Count(alone.used() + units, alone.limit(), alone.unit());
        };
    }

    /// @param used in the given unit
    /// @param limit in the same unit
    record Count(int used, int limit, Unit unit) {

        /// A count in the network's own characters.
        public Count(int used, int limit) {
            this(used, limit, Unit.CHARACTERS);
        }

        public boolean fits() {
            return used <= limit;
        }

        /// What remains; negative when the text is too long.
        public int left() {
            return limit - used;
        }
    }

    /// What is counted.
    enum Unit {
        /// Characters as the network defines them: graphemes, weighted characters.
        CHARACTERS,
        /// Bytes of the text in UTF-8.
        BYTES
    }
}
