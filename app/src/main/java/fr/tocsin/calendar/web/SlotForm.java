package fr.tocsin.calendar.web;

import fr.tocsin.calendar.Recurrence;
import fr.tocsin.calendar.Recurrence.Frequency;
import fr.tocsin.calendar.Slot;
import fr.tocsin.delivering.Kind;
import fr.tocsin.pages.Mistakes;
import fr.tocsin.templates.TemplateId;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// The form of a recurring slot as it was sent.
public record SlotForm(MultiValueMap<String, String> sent) {

    public String typed(String name) {
        return Objects.requireNonNullElse(sent.getFirst(name), "").strip();
    }

    public boolean checked(String name, String value) {
        return sent.getOrDefault(name, List.of()).contains(value);
    }

    Mistakes mistakes() {
        var weekly = frequency() == Frequency.WEEKLY;
        var days = weekdays().size();
        var ends = typed("ends").isEmpty() ? starts() : date("ends");
        return Mistakes.NONE
                .andIf(
                        typed("name").isEmpty() || typed("name").length() > 80,
                        "name",
                        "calendar.mistake.slot.name")
                .andIf(read("at", LocalTime::parse).isEmpty(), "at", "calendar.mistake.slot.at")
                .andIf(
                        number("every") < 1 || number("every") > 12,
                        "every",
                        "calendar.mistake.every")
                .andIf(weekly && days == 0, "weekdays", "calendar.mistake.weekdays")
                .andIf(
                        frequency() == Frequency.MONTHLY_WEEKDAY && days != 1,
                        "weekdays",
                        "calendar.mistake.weekday")
                .andIf(
                        frequency() == Frequency.MONTHLY_DAY
                                && (number("monthDay") < 1 || number("monthDay") > 31),
                        "monthDay",
                        "calendar.mistake.month.day")
                .andIf(starts().isEmpty(), "starts", "calendar.mistake.day")
                .andIf(
                        ends.filter(end -> starts().filter(end::isBefore).isEmpty()).isEmpty(),
                        "ends",
                        "calendar.mistake.ends");
    }

    /// Only of a form without mistakes.
    Slot slot() {
        return new Slot(
                UUID.randomUUID(),
                typed("name"),
                Objects.requireNonNullElse(Showing.kind(typed("kind")), Kind.PREVENTION),
                template(),
                new Recurrence(
                        frequency(),
                        number("every"),
                        weekdays(),
                        Math.max(1, number("monthDay")),
                        Set.of(-1, 1, 2, 3, 4).contains(number("nth")) ? number("nth") : 1,
                        starts().orElseThrow(),
                        date("ends").orElse(null)),
                read("at", LocalTime::parse).orElseThrow(),
                new TreeSet<>());
    }

    private @Nullable TemplateId template() {
        try {
            return typed("template").isEmpty()
                    ? null
                    : new TemplateId(UUID.fromString(typed("template")));
        } catch (IllegalArgumentException forged) {
            return null;
        }
    }

    private Frequency frequency() {
        return Arrays.stream(Frequency.values())
                .filter(f -> f.name().toLowerCase(Locale.ROOT).equals(typed("frequency")))
                .findFirst()
                .orElse(Frequency.WEEKLY);
    }

    private Set<DayOfWeek> weekdays() {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> checked("weekdays", "" + day.getValue()))
                .collect(Collectors.toSet());
    }

    private Optional<LocalDate> starts() {
        return date("starts");
    }

    private Optional<LocalDate> date(String name) {
        return read(name, LocalDate::parse)
                .filter(day -> day.getYear() > 1999 && day.getYear() < 2101);
    }

    private int number(String name) {
        return typed(name).matches("-?[0-9]{1,3}") ? Integer.parseInt(typed(name)) : 0;
    }

    private <T> Optional<T> read(String name, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(typed(name)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
