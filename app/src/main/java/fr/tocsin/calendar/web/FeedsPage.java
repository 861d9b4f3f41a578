package fr.tocsin.calendar.web;

import fr.tocsin.calendar.Feed;
import fr.tocsin.pages.Mistakes;
import java.util.List;

/// The addresses at which members read the calendar.
///
/// @param base the address of the calendar
/// @param opened the address that was just opened, told this once; empty otherwise
public record FeedsPage(
        String base, List<Feed> feeds, String name, String opened, Mistakes mistakes) {}
