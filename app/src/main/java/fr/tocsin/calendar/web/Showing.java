package fr.tocsin.calendar.web;

import fr.tocsin.calendar.Wanted;
import fr.tocsin.delivering.Kind;
import fr.tocsin.delivering.Network;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// What the address of the calendar asks for; the same in a form brings one back to it.
///
/// @param chosen whether somebody asked for this view: if not, a phone shows a list
/// @param kind such as `alert`, empty for any
/// @param channel the id of a network, empty for any
public record Showing(View view, boolean chosen, LocalDate date, String kind, String channel) {

    /// How much is seen at once.
    public enum View {
        MONTH,
        WEEK,
        LIST;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What is not understood is as if it had not been asked.
    static Showing of(MultiValueMap<String, String> sent, LocalDate today) {
        var word = first(sent, "view");
        var view = Arrays.stream(View.values()).filter(v -> v.word().equals(word)).findFirst();
        return new Showing(
                view.orElse(View.MONTH),
                view.isPresent(),
                date(first(sent, "date"), today),
                kind(first(sent, "kind")) == null ? "" : first(sent, "kind"),
                first(sent, "channel").matches("[a-z0-9-]{1,40}") ? first(sent, "channel") : "");
    }

    /// First day on the page.
    public LocalDate from() {
        return switch (view) {
            case MONTH -> monday(date.withDayOfMonth(1));
            case WEEK -> monday(date);
            case LIST -> date.withDayOfMonth(1);
        };
    }

    /// The day after the last on the page.
    public LocalDate to() {
        return switch (view) {
            case MONTH -> monday(date.with(TemporalAdjusters.lastDayOfMonth())).plusWeeks(1);
            case WEEK -> from().plusWeeks(1);
            case LIST -> from().plusMonths(1);
        };
    }

    Wanted wanted() {
        return new Wanted(
                from(), to(), kind(kind), channel.isEmpty() ? null : new Network(channel));
    }

    boolean shows(LocalDate day) {
        return !day.isBefore(from()) && day.isBefore(to());
    }

    public Showing on(LocalDate day) {
        return new Showing(view, chosen, day, kind, channel);
    }

    public Showing as(View other) {
        return new Showing(other, true, date, kind, channel);
    }

    public Showing next() {
        return on(view == View.WEEK ? date.plusWeeks(1) : date.withDayOfMonth(1).plusMonths(1));
    }

    public Showing previous() {
        return on(view == View.WEEK ? date.minusWeeks(1) : date.withDayOfMonth(1).minusMonths(1));
    }

    /// Whether something is left out.
    public boolean narrowed() {
        return !kind.isEmpty() || !channel.isEmpty();
    }

    /// As it stands in the address, with its question mark.
    public String query() {
        var query = new StringBuilder("?");
        if (chosen) {
            query.append("view=").append(view.word()).append('&');
        }
        query.append("date=").append(date);
        if (!kind.isEmpty()) {
            query.append("&kind=").append(kind);
        }
        if (!channel.isEmpty()) {
            query.append("&channel=").append(URLEncoder.encode(channel, StandardCharsets.UTF_8));
        }
        return query.toString();
    }

    static @Nullable Kind kind(String word) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElse(null);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static LocalDate date(String typed, LocalDate otherwise) {
        try {
            var date = LocalDate.parse(typed);
            return date.getYear() < 2000 || date.getYear() > 2100 ? otherwise : date;
        } catch (DateTimeParseException unreadable) {
            return otherwise;
        }
    }

    private static String first(MultiValueMap<String, String> sent, String name) {
        var value = sent.getFirst(name);
        return value == null ? "" : value.strip();
    }
}
