package fr.tocsin.calendar.web;

import fr.tocsin.calendar.MourningDay;
import fr.tocsin.pages.Mistakes;
import java.util.List;

/// When the unit would rather not speak.
///
/// @param base the address of the calendar
/// @param gap and the other texts: as typed
public record SilencePage(
        String base,
        String gap,
        String nightFrom,
        String nightTo,
        List<MourningDay> days,
        String day,
        String name,
        boolean national,
        boolean maySet,
        Mistakes mistakes) {}
