package fr.tocsin.channels.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Feu de forêt à Ligugé.\n\nÉvitez la D4 !",
                "Voir https://www.vienne.gouv.fr/actualites/2026/incendie?x=1&y=2#carte (détails)",
                "Merci @sdis86@mastodon.social et @prefet",
                "#Vienne #Forêt <danger> & \"sécurité\" l'eau",
                "👩‍🚒 120 € 🔥"
            })
    void knowsItsOwnWordsAgainInHtml(String text) {
        assertThat(PlainText.rendered(DoublePages.content(text))).isEqualTo(PlainText.sent(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    L'eau est coupée  | <p>L&#x2019;eau est coupée</p>
                    "Stop"            | &quot;Stop&quot;
                    Voir https://a.fr | Voir <a href="https://a.fr" rel="ugc">https://a.fr</a>
                    """)
    void forgivesOtherQuotationMarksAndEntities(String text, String html) {
        assertThat(PlainText.rendered(html)).isEqualTo(PlainText.sent(text));
    }

    @Test
    void tellsOtherWordsApart() {
        assertThat(PlainText.rendered("<p>Alerte 1</p>")).isNotEqualTo(PlainText.sent("Alerte 2"));
        assertThat(PlainText.rendered("<p>a</p>")).isNotEqualTo(PlainText.sent("a €"));
    }
}
