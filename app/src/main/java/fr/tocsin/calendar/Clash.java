package fr.tocsin.calendar;

import fr.tocsin.delivering.AccountId;
import fr.tocsin.publishing.PublicationId;
import java.time.LocalTime;

/// Why a time may be a bad choice. It warns and forbids nothing.
public sealed interface Clash {

    /// Another publication leaves through the same account shortly before or after.
    ///
    /// @param minutes between the two
    record Close(AccountId account, PublicationId other, String heading, long minutes)
            implements Clash {}

    /// While people sleep.
    record AtNight(LocalTime from, LocalTime to) implements Clash {}

    /// On a day of mourning.
    record InMourning(String name) implements Clash {}
}
