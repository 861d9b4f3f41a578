package fr.tocsin.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// On which days something comes again; the part of RFC 5545's rules that a duty roster needs.
///
/// @param every so many weeks or months, counted from the one of the first day
/// @param weekdays of a weekly rule; exactly one for the nth weekday of a month
/// @param monthDay of [Frequency#MONTHLY_DAY], 1 to 31: in shorter months the last day
/// @param nth of [Frequency#MONTHLY_WEEKDAY], 1 to 4, or -1 for the last
/// @param ends last possible day, null for never
public record Recurrence(
        Frequency frequency,
        int every,
        Set<DayOfWeek> weekdays,
        int monthDay,
        int nth,
        LocalDate starts,
        @Nullable LocalDate ends) {

    public Recurrence {
        weekdays = Set.copyOf(weekdays);
    }

    /// What repeats.
    public enum Frequency {
        WEEKLY,
        MONTHLY_DAY,
        MONTHLY_WEEKDAY
    }

    public static Recurrence weekly(Set<DayOfWeek> weekdays, int every, LocalDate starts) {
        return new Recurrence(Frequency.WEEKLY, every, weekdays, 1, 1, starts, null);
    }

    /// Whether the day is one of its days.
    public boolean on(LocalDate day) {
        if (day.isBefore(starts) || (ends != null && day.isAfter(ends))) {
            return false;
        }
        return switch (frequency) {
            case WEEKLY -> weekdays.contains(day.getDayOfWeek()) && weeks(day) % every == 0;
            case MONTHLY_DAY ->
                    months(day) % every == 0
                            && day.getDayOfMonth() == Math.min(monthDay, day.lengthOfMonth());
            case MONTHLY_WEEKDAY ->
                    months(day) % every == 0 && weekdays.contains(day.getDayOfWeek()) && nth(day);
        };
    }

    private boolean nth(LocalDate day) {
        return nth == -1
                ? day.getDayOfMonth() + 7 > day.lengthOfMonth()
                : (day.getDayOfMonth() - 1) / 7 + 1 == nth;
    }

    private long weeks(LocalDate day) {
        var monday = TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY);
        return ChronoUnit.WEEKS.between(starts.with(monday), day.with(monday));
    }

    private long months(LocalDate day) {
        return ChronoUnit.MONTHS.between(starts.withDayOfMonth(1), day.withDayOfMonth(1));
    }
}
