package fr.tocsin.calendar.web;

import fr.tocsin.pages.Mistakes;
import fr.tocsin.templates.Template;
import java.time.LocalDate;
import java.util.List;

/// A unit's recurring slots, and the form for one more.
///
/// @param base the address of the calendar
/// @param weekdays names of the days, Monday first
public record SlotsPage(
        String base,
        List<Line> slots,
        List<Template> templates,
        List<String> weekdays,
        SlotForm form,
        boolean mayWrite,
        Mistakes mistakes) {

    /// One slot.
    ///
    /// @param rule when it comes, in words
    /// @param next the days on which it comes next
    public record Line(
            String id,
            String kind,
            String name,
            String rule,
            List<LocalDate> next,
            List<LocalDate> exceptions) {}

    public List<String> kinds() {
        return CalendarPage.KINDS;
    }

    /// What is chosen in a list of the form.
    public boolean chosen(String name, String value, String otherwise) {
        var typed = form.typed(name);
        return (typed.isEmpty() ? otherwise : typed).equals(value);
    }
}
