package fr.tocsin.calendar.web;

import fr.tocsin.calendar.Calendar;
import fr.tocsin.calendar.MourningDay;
import fr.tocsin.calendar.Sheet;
import fr.tocsin.delivering.Account;
import fr.tocsin.delivering.Delivering;
import fr.tocsin.delivering.Network;
import fr.tocsin.pages.Words;
import fr.tocsin.publishing.Planning;
import fr.tocsin.publishing.Rights;
import fr.tocsin.units.Officer;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/// Gathers what the calendar shows.
@Component
class CalendarPages {

    /// So many publications of one day has a month room for; the others are a link away.
    static final int MONTH_ROOM = 4;

    private static final int EARLIEST = 7;
    private static final int LATEST = 21;

    private final Calendar calendar;
    private final Delivering delivering;
    private final MessageSource messages;
    private final Clock clock;

    CalendarPages(Calendar calendar, Delivering delivering, MessageSource messages, Clock clock) {
        this.calendar = calendar;
        this.delivering = delivering;
        this.messages = messages;
        this.clock = clock;
    }

    CalendarPage page(Officer officer, Showing showing) {
        var sheet = calendar.sheet(officer, showing.wanted());
        var desk = "/desk/" + officer.unit().slug();
        var mayWrite = Rights.WRITE.has(officer);
        var days = days(showing, sheet, mayWrite);
        return new CalendarPage(
                desk + "/calendar",
                desk + "/publications",
                showing,
                period(showing),
                desk + "/calendar" + showing.on(calendar.today()).query(),
                Arrays.stream(DayOfWeek.values())
                        .map(day -> day.getDisplayName(TextStyle.FULL, words().locale()))
                        .toList(),
                days,
                showing.view() == Showing.View.WEEK ? hours(days) : List.of(),
                delivering.accounts(officer.unitId()).stream()
                        .map(Account::network)
                        .map(Network::id)
                        .distinct()
                        .map(id -> new CalendarPage.Channel(id, words().t("network." + id)))
                        .toList(),
                mayWrite);
    }

    Words words() {
        return new Words(messages, LocaleContextHolder.getLocale());
    }

    private List<DayPage> days(Showing showing, Sheet sheet, boolean mayWrite) {
        var byDay = sheet.byDay();
        var lines = new Lines(words(), clock.instant(), mayWrite);
        var today = calendar.today();
        var month = showing.view() == Showing.View.MONTH;
        return showing.from()
                .datesUntil(showing.to())
                .map(day -> {
                    var items = byDay.getOrDefault(day, List.of());
                    var room = month ? Math.min(MONTH_ROOM, items.size()) : items.size();
                    return new DayPage(
                            day,
                            name(day),
                            month && day.getMonth() != showing.date().getMonth(),
                            day.equals(today),
                            day.isBefore(today),
                            sheet.mourning(day).map(MourningDay::name).orElse(""),
                            items.subList(0, room).stream().map(lines::of).toList(),
                            items.size() - room,
                            sheet.openings(day).stream().map(lines::of).toList());
                })
                .toList();
    }

    /// The hours in which people work, and those in which something stands.
    private List<HourPage> hours(List<DayPage> days) {
        var used =
                days.stream()
                        .flatMapToInt(day ->
                                IntStream.concat(
                                        day.lines().stream().mapToInt(CalendarPages::hour),
                                        day.openings().stream().mapToInt(OpeningPage::hour)))
                        .summaryStatistics();
        return IntStream.rangeClosed(
                        Math.min(EARLIEST, used.getMin()), Math.max(LATEST, used.getMax()))
                .mapToObj(hour ->
                        new HourPage(hour, days.stream().map(day -> cell(day, hour)).toList()))
                .toList();
    }

    private HourPage.Cell cell(DayPage day, int hour) {
        var begin = day.date().atTime(hour, 0);
        var skipped = Planning.ZONE.getRules().getValidOffsets(begin).isEmpty();
        return new HourPage.Cell(
                day.date(),
                words().t("pages.time.at", day.name(), "%02d:00".formatted(hour)),
                skipped,
                skipped
                        || begin.plusHours(1)
                                .atZone(Planning.ZONE)
                                .toInstant()
                                .isBefore(clock.instant()),
                day.lines().stream().filter(line -> hour(line) == hour).toList(),
                day.openings().stream().filter(opening -> opening.hour() == hour).toList());
    }

    private static int hour(Line line) {
        return line.at().atZone(Planning.ZONE).getHour();
    }

    private String period(Showing showing) {
        return switch (showing.view()) {
            case MONTH, LIST -> format(showing.date(), "LLLL uuuu");
            case WEEK ->
                    words().t(
                                    "calendar.week.of",
                                    format(showing.from(), "d MMMM"),
                                    format(showing.to().minusDays(1), "d MMMM uuuu"));
        };
    }

    private String name(LocalDate day) {
        return format(
                day, words().locale().getLanguage().equals("fr") ? "EEEE d MMMM" : "EEEE, d MMMM");
    }

    private String format(LocalDate day, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, words().locale()).format(day);
    }
}
