package fr.tocsin.calendar;

import fr.tocsin.delivering.Kind;
import fr.tocsin.publishing.Planning;
import fr.tocsin.templates.TemplateId;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A place in the calendar that comes again: "every Friday at 18:00, prevention".
///
/// @param template what the draft begins with, null for an empty page
/// @param at on the clock of [Planning#ZONE]
/// @param exceptions days on which it does not come
public record Slot(
        UUID id,
        String name,
        Kind kind,
        @Nullable TemplateId template,
        Recurrence recurrence,
        LocalTime at,
        SortedSet<LocalDate> exceptions) {

    /// Whether it comes on that day.
    public boolean on(LocalDate day) {
        return recurrence.on(day) && !exceptions.contains(day);
    }

    /// Its time on that day: the next one that exists where clocks jump over it, the first where
    /// they pass it twice.
    public Planning planning(LocalDate day) {
        var local = day.atTime(at);
        return switch (Planning.at(local).moment()) {
            case Planning.Moment.Skipped(LocalDateTime next) -> Planning.at(next);
            case Planning.Moment.Twice _ -> new Planning(local, Planning.Turn.FIRST);
            case Planning.Moment.At _, Planning.Moment.Now _ -> Planning.at(local);
        };
    }
}
