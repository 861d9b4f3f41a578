package fr.tocsin.delivering;

import java.util.Locale;
import java.util.stream.Stream;

/// One word of the record of what was tried (`delivery.try.<word>`).
enum Outcome {
    ACCEPTED,
    REJECTED,
    NOT_SENT,
    UNKNOWN,
    FOUND,
    ABSENT,
    CANNOT_TELL,
    OVERDUE,
    RETRY_ASKED,
    SEND_AGAIN_ASKED,
    MARKED_AS_SENT,
    GIVEN_UP,
    REMOVAL_ASKED,
    RECALLED,
    REMOVED,
    REPLACED;

    /// Whether the record has not come to a removal yet.
    static boolean isSending(String word) {
        return !word.equals(REMOVAL_ASKED.word());
    }

    /// An attempt that ended without a known copy.
    static boolean isFailure(String word) {
        return Stream.of(REJECTED, NOT_SENT, UNKNOWN).map(Outcome::word).anyMatch(word::equals);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
