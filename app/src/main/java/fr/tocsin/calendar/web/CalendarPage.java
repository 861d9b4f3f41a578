package fr.tocsin.calendar.web;

import fr.tocsin.calendar.web.Showing.View;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The calendar.
///
/// @param base its address
/// @param publications the address of the publications
/// @param period the days on the page, in words
/// @param today the address of the same view with today in it
/// @param weekdays names of the days, Monday first
/// @param days all days on the page, in order
/// @param hours of the week; empty in other views
/// @param channels of the unit, to choose from
public record CalendarPage(
        String base,
        String publications,
        Showing showing,
        String period,
        String today,
        List<String> weekdays,
        List<DayPage> days,
        List<HourPage> hours,
        List<Channel> channels,
        boolean mayWrite) {

    static final List<String> KINDS =
            Arrays.stream(fr.tocsin.delivering.Kind.values())
                    .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                    .toList();

    /// A network to filter by.
    public record Channel(String id, String name) {}

    public View[] views() {
        return View.values();
    }

    public List<String> kinds() {
        return KINDS;
    }

    public String at(Showing other) {
        return base + other.query();
    }

    /// The days of a month, week by week.
    public List<List<DayPage>> weeks() {
        return java.util.stream.IntStream.range(0, days.size() / 7)
                .mapToObj(week -> days.subList(week * 7, week * 7 + 7))
                .toList();
    }

    /// Whether publications can be moved by hand: the list has no places to put them down.
    public boolean carries() {
        return mayWrite && showing.view() != View.LIST;
    }

    public boolean empty() {
        return days.stream().allMatch(DayPage::empty);
    }
}
