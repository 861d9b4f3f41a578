package fr.tocsin.channels.x;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Figures of twitter-text's published conformance rules (configuration v3).
class XMeasureTest {

    private final XMeasure measure = new XMeasure(280);

    @ParameterizedTest
    @CsvSource({
        "feu, 3",
        "forêt, 5",
        "fore\u0302t, 5",
        "…, 2",
        "’, 1",
        "日本, 4",
        "👨‍👩‍👧‍👦, 2",
        "👩🏽‍🚒, 2",
        "🇫🇷, 2",
        "https://vienne.gouv.fr/tres/longue/adresse/de/page, 23",
        "http://a.fr b, 25",
        "@police@social.example, 22"
    })
    void weighsAsX(String text, int expected) {
        assertThat(measure.count(text).used()).isEqualTo(expected);
    }

    @Test
    void takes280AndNoMore() {
        assertThat(measure.count("a".repeat(280)).fits()).isTrue();
        assertThat(measure.count("a".repeat(281)).fits()).isFalse();
        assertThat(measure.count("火".repeat(140)).left()).isZero();
    }

    @Test
    void countsALongText() {
        assertThat(measure.count("Feu à Ligugé 🔥 ".repeat(3_000)).fits()).isFalse();
    }
}
