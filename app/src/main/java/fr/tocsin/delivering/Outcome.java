package fr.tocsin.delivering;

import java.util.Locale;

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

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
