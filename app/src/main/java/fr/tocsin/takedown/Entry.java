package fr.tocsin.takedown;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of what happened in a takedown (`takedown.entry.<word>`).
///
/// @param name who did it; null when nobody did
public record Entry(Instant at, Word word, String detail, @Nullable String name) {

    /// What can happen.
    public enum Word {
        ORDERED,
        REMOVED,
        REPLACED,
        UNRECALLABLE,
        NEEDS_PERSON,
        BY_HAND,
        OWNER,
        REMINDED,
        ASKED_AGAIN,
        VERIFIED,
        REOPENED,
        SETTLED,
        REVIEWED,
        RESTORED
    }
}
