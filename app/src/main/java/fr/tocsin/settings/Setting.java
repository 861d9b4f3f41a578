package fr.tocsin.settings;

import java.time.DateTimeException;

/// One thing that an operator can set.
///
/// @param key the name of the environment variable, which is also the name in the file
/// @param fallback the text that counts when nothing is set; empty for "none"
/// @param description one sentence for the documentation
/// @param secret may also come from the file that `<key>_FILE` names, and is never shown
record Setting<T>(String key, Kind<T> kind, String fallback, String description, boolean secret) {

    static final String FILE_SUFFIX = "_FILE";

    /// @throws UnusableSettings naming key, value and mend
    T read(String text) {
        try {
            return kind.reader().apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnusableSettings(
                    key + (secret ? " is not usable" : " is '" + text + "', which is not usable"),
                    "Give it " + kind.expects() + "." + hint(text));
        }
    }

    private static String hint(String text) {
        return text.startsWith("tcp://")
                ? " Kubernetes set this variable because a service is called 'tocsin': set"
                        + " enableServiceLinks: false in the pod."
                : "";
    }
}
