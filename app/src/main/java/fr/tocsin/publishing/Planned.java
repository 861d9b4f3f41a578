package fr.tocsin.publishing;

import fr.tocsin.delivering.AccountId;
import fr.tocsin.delivering.Kind;
import java.time.Instant;
import java.util.List;

/// A publication that has a time: the one it went or goes out at, or the one that its authors wish.
///
/// @param title as typed, empty for none
/// @param heading its title, or how its text begins
/// @param at on the world's time line; where clocks pass twice and nobody said which time is meant,
///   the first; where they jump over it, the next that exists
/// @param planning the time as a person said it
/// @param version see [Publication#version]
public record Planned(
        PublicationId id,
        Kind kind,
        String title,
        String heading,
        State state,
        Instant at,
        Planning planning,
        int version,
        Instant updatedAt,
        List<AccountId> accounts) {

    public Planned {
        accounts = List.copyOf(accounts);
    }

    /// Whether it may still be given another time.
    public boolean movable() {
        return state.open() || state == State.APPROVED;
    }
}
