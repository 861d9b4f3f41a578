package fr.tocsin.channels.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tocsin.wording.Graphemes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MastodonMeasureTest {

    private final MastodonMeasure measure = new MastodonMeasure(500, 23);

    @ParameterizedTest
    @CsvSource({
        "feu, 3",
        "👨‍👩‍👧‍👦, 1",
        "http://a.fr, 23",
        "Voir https://vienne.gouv.fr/tres/longue/adresse/de/page., 29",
        "@alice@bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb.com, 6",
        "Merci @sdis86 !, 15",
        "https://localhost/a, 19",
        "https://serveur.interne/a, 25",
        "vienne.gouv.fr, 14",
        "#ForêtDeMoulière, 16"
    })
    void countsAsMastodon(String text, int expected) {
        assertThat(measure.count(text).used()).isEqualTo(expected);
    }

    /// The cases that Mastodon documents for its own check of a post's length.
    @Test
    void takesWhatTheServerTakes() {
        assertThat(
                        measure.count(
                                        "a".repeat(476)
                                                + " http://"
                                                + "b".repeat(30)
                                                + ".com/example")
                                .left())
                .isZero();
        assertThat(measure.count("a".repeat(475) + " @alice@" + "b".repeat(30) + ".com").fits())
                .isTrue();
        assertThat(measure.count("a".repeat(520)).fits()).isFalse();
    }

    @Test
    void sharesTheLimitWithTheWarning() {
        var warned = measure.reserving(Graphemes.count("a".repeat(250)));
        assertThat(warned.count("b".repeat(250)).fits()).isTrue();
        assertThat(warned.count("b".repeat(251)).fits()).isFalse();
    }
}
