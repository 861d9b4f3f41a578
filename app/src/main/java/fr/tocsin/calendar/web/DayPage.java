package fr.tocsin.calendar.web;

import java.time.LocalDate;
import java.util.List;

/// One day of the calendar.
///
/// @param name weekday and date in words
/// @param outside whether it belongs to the month before or after
/// @param mourning its name, empty on other days
/// @param more how many publications there was no room for
public record DayPage(
        LocalDate date,
        String name,
        boolean outside,
        boolean today,
        boolean past,
        String mourning,
        List<Line> lines,
        int more,
        List<OpeningPage> openings) {

    public boolean empty() {
        return lines.isEmpty() && openings.isEmpty() && mourning.isEmpty();
    }
}
