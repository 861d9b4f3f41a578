package fr.tocsin.audit.web;

import fr.tocsin.audit.Search;
import fr.tocsin.pages.Mistakes;
import fr.tocsin.pages.Moments;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/// What is looked for in the record, as typed.
public record AuditForm(
        @Nullable String member,
        @Nullable String act,
        @Nullable String from,
        @Nullable String to,
        @Nullable Long before) {

    /// What cannot be read is a mistake, and left open.
    Search search() {
        return new Search(
                id(member).orElse(null),
                given(act).orElse(null),
                start(from, 0).orElse(null),
                start(to, 1).orElse(null),
                before);
    }

    Mistakes mistakes() {
        return Mistakes.NONE
                .andIf(given(from).isPresent() && day(from).isEmpty(), "from", "audit.day.wrong")
                .andIf(given(to).isPresent() && day(to).isEmpty(), "to", "audit.day.wrong");
    }

    /// The same search as a query, from another page of it.
    String query(@Nullable Long number) {
        return UriComponentsBuilder.newInstance()
                .queryParamIfPresent("member", given(member))
                .queryParamIfPresent("act", given(act))
                .queryParamIfPresent("from", given(from))
                .queryParamIfPresent("to", given(to))
                .queryParamIfPresent("before", Optional.ofNullable(number))
                .encode()
                .build()
                .toUriString();
    }

    private static Optional<Instant> start(@Nullable String text, int daysLater) {
        return day(text)
                .map(day -> day.plusDays(daysLater).atStartOfDay(Moments.PARIS).toInstant());
    }

    private static Optional<LocalDate> day(@Nullable String text) {
        try {
            return given(text).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> id(@Nullable String text) {
        try {
            return given(text).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(typed -> !typed.isEmpty());
    }
}
