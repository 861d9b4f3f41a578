package fr.tocsin.audit;

/// The end of the chain: written down somewhere else, it proves later that nothing before it was
/// changed or cut off.
///
/// @param hash in hex
public record Head(long number, String hash) {

    static final Head NONE = new Head(0, Entry.NOTHING);

    /// As it is written down and typed in again: `1204:9f3c…`.
    ///
    /// @throws IllegalArgumentException when it is not that
    public static Head of(String text) {
        if (!text.matches("[1-9][0-9]{0,17}:[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "'"
                            + text
                            + "' is no noted head: expected a number, a colon and 64 hex digits");
        }
        var colon = text.indexOf(':');
        return new Head(Long.parseLong(text.substring(0, colon)), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return number + ":" + hash;
    }
}
