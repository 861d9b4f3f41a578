package fr.tocsin.calendar.web;

import fr.tocsin.publishing.Planning;
import fr.tocsin.publishing.Publication;
import fr.tocsin.publishing.State;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/// A time as a form asks for it, and what its sender saw.
///
/// @param typed the time as typed
/// @param planning without a time when it cannot be read
record Asked(String typed, Planning planning, int version, State state) {

    static Asked of(MultiValueMap<String, String> sent) {
        var typed = first(sent, "planned");
        var turn =
                Arrays.stream(Planning.Turn.values())
                        .filter(t -> t.name().toLowerCase(Locale.ROOT).equals(first(sent, "turn")))
                        .findFirst()
                        .orElse(null);
        var state =
                Arrays.stream(State.values())
                        .filter(s -> s.name().toLowerCase(Locale.ROOT).equals(first(sent, "state")))
                        .findFirst()
                        .orElse(State.DRAFT);
        return new Asked(typed, planning(typed, turn), number(first(sent, "version")), state);
    }

    /// The time that the publication has.
    static Asked of(Publication publication) {
        var planning = publication.draft().planning();
        var local = planning.local();
        return new Asked(
                local == null ? "" : Lines.LOCAL.format(local),
                planning,
                publication.version(),
                publication.state());
    }

    private static Planning planning(String typed, Planning.@Nullable Turn turn) {
        try {
            var local = LocalDateTime.parse(typed).truncatedTo(ChronoUnit.MINUTES);
            var year = local.getYear();
            return year < 2000 || year > 2100 ? Planning.NOW : new Planning(local, turn);
        } catch (DateTimeParseException unreadable) {
            return Planning.NOW;
        }
    }

    private static int number(String typed) {
        return typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : 0;
    }

    private static String first(MultiValueMap<String, String> sent, String name) {
        return Objects.requireNonNullElse(sent.getFirst(name), "").strip();
    }
}
