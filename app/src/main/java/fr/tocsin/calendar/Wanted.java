package fr.tocsin.calendar;

import fr.tocsin.delivering.Kind;
import fr.tocsin.delivering.Network;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Which part of the calendar is looked at.
///
/// @param from first day
/// @param to the day after the last
/// @param kind null for any
/// @param network null for any
public record Wanted(LocalDate from, LocalDate to, @Nullable Kind kind, @Nullable Network network) {

    public static Wanted everything(LocalDate from, LocalDate to) {
        return new Wanted(from, to, null, null);
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }

    /// An empty slot goes nowhere yet, so it shows where any network does.
    boolean wants(Opening opening) {
        return network == null && (kind == null || opening.slot().kind() == kind);
    }

    boolean wants(Item item) {
        return (kind == null || item.planned().kind() == kind)
                && (network == null || item.goesTo(network));
    }
}
