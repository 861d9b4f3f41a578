package fr.tocsin.wording;

/// Counts a text the way one network counts it.
public interface Measure {

    /// How much of the limit the text uses.
    Count count(String text);

    /// @param used in the network's own unit (graphemes, weighted characters, bytes)
    /// @param limit in the same unit
    record Count(int used, int limit) {

        public boolean fits() {
            return used <= limit;
        }
    }
}
