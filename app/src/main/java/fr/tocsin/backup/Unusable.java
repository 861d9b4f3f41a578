package fr.tocsin.backup;

import org.jspecify.annotations.Nullable;

/// The command cannot be done as asked. The message says what was found, what to do, and that
/// nothing was changed where that is in doubt.
final class Unusable extends Exception {

    private static final long serialVersionUID = 1;

    Unusable(String message) {
        super(message);
    }

    Unusable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
