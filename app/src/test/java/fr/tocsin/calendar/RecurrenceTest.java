package fr.tocsin.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tocsin.calendar.Recurrence.Frequency;
import fr.tocsin.delivering.Kind;
import fr.tocsin.publishing.Planning;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecurrenceTest {

    private static final LocalDate NOVEMBER = LocalDate.parse("2026-11-01");

    @Test
    void comesOnItsDaysOfEveryOtherWeek() {
        var rule =
                Recurrence.weekly(
                        Set.of(DayOfWeek.FRIDAY, DayOfWeek.MONDAY),
                        2,
                        LocalDate.parse("2026-11-06"));

        assertThat(days(rule))
                .containsExactly("2026-11-06", "2026-11-16", "2026-11-20", "2026-11-30");
    }

    @Test
    void endsWithItsLastDay() {
        var rule =
                new Recurrence(
                        Frequency.WEEKLY,
                        1,
                        Set.of(DayOfWeek.FRIDAY),
                        1,
                        1,
                        NOVEMBER,
                        LocalDate.parse("2026-11-20"));

        assertThat(days(rule)).containsExactly("2026-11-06", "2026-11-13", "2026-11-20");
    }

    @Test
    void theThirtyFirstIsTheLastDayOfAShorterMonth() {
        var rule =
                new Recurrence(
                        Frequency.MONTHLY_DAY,
                        1,
                        Set.of(),
                        31,
                        1,
                        LocalDate.parse("2026-01-15"),
                        null);

        assertThat(rule.on(LocalDate.parse("2026-02-28"))).isTrue();
        assertThat(rule.on(LocalDate.parse("2028-02-28"))).isFalse();
        assertThat(rule.on(LocalDate.parse("2028-02-29"))).isTrue();
        assertThat(days(rule)).containsExactly("2026-11-30");
    }

    @Test
    void findsTheFirstAndTheLastWeekday() {
        assertThat(days(nth(1))).containsExactly("2026-11-06");
        assertThat(days(nth(4))).containsExactly("2026-11-27");
        assertThat(days(nth(-1))).containsExactly("2026-11-27");
    }

    @Test
    void hasATimeOnTheDaysThatClocksChange() {
        var night =
                new Slot(
                        UUID.randomUUID(),
                        "Nuit",
                        Kind.COMMUNITY,
                        null,
                        Recurrence.weekly(
                                Set.of(DayOfWeek.SUNDAY), 1, LocalDate.parse("2026-01-01")),
                        LocalTime.of(2, 30),
                        new TreeSet<>());

        assertThat(instant(night, "2026-03-22")).isEqualTo(Instant.parse("2026-03-22T01:30:00Z"));
        assertThat(instant(night, "2026-03-29")).isEqualTo(Instant.parse("2026-03-29T01:00:00Z"));
        assertThat(instant(night, "2026-10-25")).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(night.planning(LocalDate.parse("2026-10-25")).turn())
                .isEqualTo(Planning.Turn.FIRST);
    }

    private static Instant instant(Slot slot, String day) {
        return slot.planning(LocalDate.parse(day)).instant(Instant.EPOCH);
    }

    private static Recurrence nth(int nth) {
        return new Recurrence(
                Frequency.MONTHLY_WEEKDAY, 1, Set.of(DayOfWeek.FRIDAY), 1, nth, NOVEMBER, null);
    }

    private static List<String> days(Recurrence rule) {
        return NOVEMBER.datesUntil(LocalDate.parse("2026-12-01"))
                .filter(rule::on)
                .map(LocalDate::toString)
                .toList();
    }
}
