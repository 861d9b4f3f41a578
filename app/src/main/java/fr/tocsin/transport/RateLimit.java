package fr.tocsin.transport;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;

/// What a server says of how often it wants to be asked: `Retry-After` (RFC 9110 §10.2.3) and the
/// usual `X-RateLimit-*` and `RateLimit-*` headers.
///
/// @param remaining how many questions are left until [#reset], when told
/// @param reset when the server counts anew, when told
/// @param retryAfter when the server wants to be asked again, when told
public record RateLimit(
        Optional<Long> remaining, Optional<Instant> reset, Optional<Instant> retryAfter) {

    /// No server makes us wait longer than this, whatever it says.
    private static final Duration LONGEST = Duration.ofDays(1);

    public static RateLimit of(Headers headers, Instant now) {
        return new RateLimit(
                first(headers, "X-RateLimit-Remaining", "RateLimit-Remaining")
                        .flatMap(RateLimit::number),
                first(headers, "X-RateLimit-Reset", "RateLimit-Reset")
                        .flatMap(value -> moment(value, now)),
                headers.first("Retry-After").flatMap(value -> moment(value, now)));
    }

    /// When to ask again after a refusal: what the server said, else after the given pause.
    public Instant notBefore(Instant now, Duration otherwise) {
        return retryAfter
                .or(() -> reset)
                .filter(moment -> moment.isAfter(now))
                .map(moment -> moment.isAfter(now.plus(LONGEST)) ? now.plus(LONGEST) : moment)
                .orElse(now.plus(otherwise));
    }

    private static Optional<String> first(Headers headers, String... names) {
        return Stream.of(names).flatMap(name -> headers.first(name).stream()).findFirst();
    }

    private static Optional<Long> number(String value) {
        return value.strip().matches("\\d{1,15}")
                ? Optional.of(Long.parseLong(value.strip()))
                : Optional.empty();
    }

    /// Seconds from now, seconds or milliseconds of the epoch, an ISO 8601 or an HTTP date.
    private static Optional<Instant> moment(String value, Instant now) {
        return number(value)
                .map(n ->
                        n < 1_000_000_000L
                                ? now.plusSeconds(n)
                                : n < 100_000_000_000L
                                        ? Instant.ofEpochSecond(n)
                                        : Instant.ofEpochMilli(n))
                .or(() -> date(value.strip(), DateTimeFormatter.ISO_OFFSET_DATE_TIME))
                .or(() -> date(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME));
    }

    private static Optional<Instant> date(String value, DateTimeFormatter format) {
        try {
            return Optional.of(OffsetDateTime.parse(value, format).toInstant());
        } catch (DateTimeException otherwise) {
            return Optional.empty();
        }
    }
}
