package fr.tocsin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T18:05:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T18:04:30Z, à l’instant, just now",
        "2026-11-23T18:05:20Z, dans moins d’une minute, in less than a minute",
        "2026-11-23T18:00:00Z, il y a 5 min, 5 min ago",
        "2026-11-23T18:17:00Z, dans 12 min, in 12 min",
        "2026-11-23T15:05:00Z, il y a 3 h, 3 h ago",
        "2026-11-23T09:30:00Z, aujourd’hui à 10:30, today at 10:30",
        "2026-11-22T18:05:00Z, hier à 19:05, yesterday at 19:05",
        "2026-11-24T12:00:00Z, demain à 13:00, tomorrow at 13:00",
        "2026-05-01T06:00:00Z, 1er mai à 08:00, 1 May at 08:00",
        "2025-12-31T23:30:00Z, 1er janvier à 00:30, 1 January at 00:30",
        "2025-12-31T22:30:00Z, 31 décembre 2025 à 23:30, 31 December 2025 at 23:30"
    })
    void sayWhenAsSeenFromNow(Instant instant, String french, String english) throws IOException {
        assertThat(moments(Locale.FRENCH).relative(instant)).isEqualTo(french);
        assertThat(moments(Locale.ENGLISH).relative(instant)).isEqualTo(english);
    }

    @Test
    void tellMachinesTheExactTime() throws IOException {
        assertThat(html(moments(Locale.FRENCH).ago(Instant.parse("2026-11-23T18:00:00Z"))))
                .isEqualTo(
                        "<time datetime=\"2026-11-23T18:00:00Z\""
                                + " title=\"23 novembre 2026 à 19:00\">il y a 5 min</time>");
        assertThat(html(moments(Locale.ENGLISH).date(LocalDate.of(2026, 5, 1))))
                .isEqualTo("<time datetime=\"2026-05-01\">1 May 2026</time>");
    }

    private static Moments moments(Locale locale) throws IOException {
        var words = new Words(new WordsConfiguration().messageSource(), locale);
        return new Moments(words, Moments.PARIS, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static String html(Content content) {
        var output = new StringOutput();
        content.writeTo(output);
        return output.toString();
    }
}
