package fr.tocsin.calendar;

import java.time.LocalTime;

/// What a unit wants to be warned of.
///
/// @param gapMinutes how long one account should be silent between two posts; 0 for no warning
/// @param nightFrom begin of the night on the unit's clock
/// @param nightTo end of the night; the same as its begin for no warning
public record Precautions(int gapMinutes, LocalTime nightFrom, LocalTime nightTo) {

    public static final Precautions USUAL =
            new Precautions(30, LocalTime.of(22, 0), LocalTime.of(7, 0));

    boolean night(LocalTime time) {
        var begun = !time.isBefore(nightFrom);
        var over = !time.isBefore(nightTo);
        return nightFrom.isAfter(nightTo) ? begun || !over : begun && !over;
    }
}
