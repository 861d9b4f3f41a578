package fr.tocsin.calendar.web;

import fr.tocsin.publishing.PublicationId;
import fr.tocsin.publishing.Standing;
import java.time.Instant;
import java.util.List;

/// One publication as the calendar shows it.
///
/// @param when the time of day; names the turn in the hour that clocks live through twice
/// @param local the wall clock as a form writes it, such as `2026-11-23T18:05`
/// @param channels names of the networks
/// @param clashes what speaks against its time
/// @param state word of the state, sent along so that nobody moves what they did not see
/// @param movable whether it can be moved, and this officer may
public record Line(
        PublicationId id,
        String kind,
        String heading,
        Instant at,
        String when,
        String local,
        Standing standing,
        List<String> channels,
        List<String> clashes,
        String state,
        int version,
        boolean movable) {}
