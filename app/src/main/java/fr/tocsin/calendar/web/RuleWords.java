package fr.tocsin.calendar.web;

import fr.tocsin.calendar.Recurrence;
import fr.tocsin.calendar.Slot;
import fr.tocsin.pages.Words;
import java.time.DayOfWeek;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.stream.Collectors;

/// Says when a slot comes.
record RuleWords(Words words) {

    String of(Slot slot) {
        var rule = slot.recurrence();
        var days =
                rule.weekdays().stream().sorted().map(this::name).collect(Collectors.joining(", "));
        var often =
                switch (rule.frequency()) {
                    case WEEKLY -> words.t("calendar.rule.weekly", rule.every(), days);
                    case MONTHLY_DAY ->
                            words.t("calendar.rule.monthly.day", rule.every(), rule.monthDay());
                    case MONTHLY_WEEKDAY ->
                            words.t(
                                    "calendar.rule.monthly.weekday",
                                    rule.every(),
                                    words.t(
                                            "calendar.nth."
                                                    + (rule.nth() < 0 ? "last" : rule.nth())),
                                    days);
                };
        return words.t("calendar.rule", often, slot.at().toString(), bounds(rule));
    }

    private String bounds(Recurrence rule) {
        var format = DateTimeFormatter.ofPattern("d MMMM uuuu", words.locale());
        var ends = rule.ends();
        return ends == null
                ? words.t("calendar.rule.from", format.format(rule.starts()))
                : words.t(
                        "calendar.rule.between", format.format(rule.starts()), format.format(ends));
    }

    private String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, words.locale());
    }
}
