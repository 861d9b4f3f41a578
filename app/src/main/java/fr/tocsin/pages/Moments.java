package fr.tocsin.pages;

import gg.jte.Content;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// Times as people read them, each in a `<time>` element that also tells machines.
public record Moments(Words words, ZoneId zone, Clock clock) {

    /// Where the units of the service are, whatever the server's own zone.
    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    Content time(Instant instant) {
        return element(instant.toString(), "", full(instant));
    }

    Content hour(Instant instant) {
        return element(instant.toString(), "", hourOf(instant));
    }

    Content date(Instant instant) {
        return date(dayOf(instant));
    }

    Content date(LocalDate day) {
        return element(day.toString(), "", longDay(day));
    }

    Content ago(Instant instant) {
        return element(instant.toString(), full(instant), relative(instant));
    }

    /// The full moment as plain text, for messages and titles.
    public String full(Instant instant) {
        return words.t("pages.time.at", longDay(dayOf(instant)), hourOf(instant));
    }

    String relative(Instant instant) {
        var gap = Duration.between(instant, clock.instant());
        var minutes = gap.abs().toMinutes();
        var direction = gap.isNegative() ? "in" : "ago";
        if (minutes < 1) {
            return words.t("pages.time." + direction + ".moment");
        }
        if (minutes < 60) {
            return words.t("pages.time." + direction + ".minutes", minutes);
        }
        if (minutes < 6 * 60) {
            return words.t("pages.time." + direction + ".hours", minutes / 60);
        }
        return onItsDay(instant);
    }

    private String onItsDay(Instant instant) {
        var day = dayOf(instant);
        var today = dayOf(clock.instant());
        var hour = hourOf(instant);
        if (day.equals(today)) {
            return words.t("pages.time.today", hour);
        }
        if (day.equals(today.minusDays(1))) {
            return words.t("pages.time.yesterday", hour);
        }
        if (day.equals(today.plusDays(1))) {
            return words.t("pages.time.tomorrow", hour);
        }
        var name = day.getYear() == today.getYear() ? format(day, "d MMMM") : longDay(day);
        return words.t("pages.time.at", ordinal(day, name), hour);
    }

    private String longDay(LocalDate day) {
        return ordinal(day, format(day, "d MMMM uuuu"));
    }

    /// French says the first of a month as an ordinal: 1er mai.
    private String ordinal(LocalDate day, String name) {
        return day.getDayOfMonth() == 1 && words.locale().getLanguage().equals("fr")
                ? name.replaceFirst("^1 ", "1er ")
                : name;
    }

    private String hourOf(Instant instant) {
        return DateTimeFormatter.ofPattern("HH:mm", words.locale()).format(instant.atZone(zone));
    }

    private LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    private String format(LocalDate day, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, words.locale()).format(day);
    }

    private static Content element(String machine, String title, String text) {
        return output -> {
            output.writeContent("<time datetime=\"" + machine + "\"");
            if (!title.isEmpty()) {
                output.writeContent(" title=\"" + title + "\"");
            }
            output.writeContent(">" + text + "</time>");
        };
    }
}
