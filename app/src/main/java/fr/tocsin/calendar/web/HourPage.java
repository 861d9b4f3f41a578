package fr.tocsin.calendar.web;

import java.time.LocalDate;
import java.util.List;

/// One hour of the week.
public record HourPage(int hour, List<Cell> cells) {

    /// That hour of one day.
    ///
    /// @param name weekday, date and hour in words
    /// @param skipped whether clocks jump over this hour
    public record Cell(
            LocalDate date,
            String name,
            boolean skipped,
            boolean past,
            List<Line> lines,
            List<OpeningPage> openings) {}

    public String label() {
        return "%02d:00".formatted(hour);
    }
}
