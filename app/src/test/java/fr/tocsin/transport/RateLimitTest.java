package fr.tocsin.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateLimitTest {

    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final Duration PAUSE = Duration.ofMinutes(1);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Retry-After       | 90                            | 2026-11-23T12:01:30Z
                    retry-after       | Mon, 23 Nov 2026 12:02:00 GMT | 2026-11-23T12:02:00Z
                    X-RateLimit-Reset | 2026-11-23T12:05:00.123456Z   | 2026-11-23T12:05:00.123456Z
                    RateLimit-Reset   | 1795435500                    | 2026-11-23T12:05:00Z
                    x-rate-limit-none | 5                             | 2026-11-23T12:01:00Z
                    RateLimit-Reset   | 30                            | 2026-11-23T12:00:30Z
                    Retry-After       | 1795435500000                 | 2026-11-23T12:05:00Z
                    Retry-After       | 99999999                      | 2026-11-24T12:00:00Z
                    Retry-After       | -5                            | 2026-11-23T12:01:00Z
                    Retry-After       | Mon, 23 Nov 2020 12:02:00 GMT | 2026-11-23T12:01:00Z
                    Retry-After       | soon                          | 2026-11-23T12:01:00Z
                    """)
    void saysWhenToAskAgain(String name, String value, Instant expected) {
        assertThat(RateLimit.of(headers(name, value), NOW).notBefore(NOW, PAUSE))
                .isEqualTo(expected);
    }

    @Test
    void readsWhatIsLeft() {
        var limit =
                RateLimit.of(
                        headers("X-RateLimit-Remaining", "17", "X-RateLimit-Reset", "oops"), NOW);
        assertThat(limit.remaining()).contains(17L);
        assertThat(limit.reset()).isEmpty();
    }

    private static Headers headers(String... namesAndValues) {
        var lines = new ArrayList<Headers.Line>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            lines.add(new Headers.Line(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new Headers(List.copyOf(lines));
    }
}
