package fr.tocsin.site.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProseTest {

    @Test
    void separatesParagraphsAndKeepsLineEnds() {
        assertThat(Prose.markup("Un\ndeux\n\ntrois"))
                .isEqualTo("<p>Un<br>deux</p>\n<p>trois</p>\n");
    }

    @Test
    void linksAddressesAndNothingElse() {
        assertThat(Prose.markup("Voir https://exemple.fr/a?b=1&c=2."))
                .isEqualTo(
                        "<p>Voir <a href=\"https://exemple.fr/a?b=1&amp;c=2\" rel=\"noopener\">"
                                + "https://exemple.fr/a?b=1&amp;c=2</a>.</p>\n");
    }

    @Test
    void linksAnAddressThatLacksItsBeginning() {
        assertThat(Prose.markup("Voir www.exemple.fr/feux, ou écrire à feux@exemple.fr."))
                .contains(
                        "<a href=\"https://www.exemple.fr/feux\" rel=\"noopener\">www.exemple.fr/feux</a>,")
                .endsWith("feux@exemple.fr.</p>\n");
    }

    @Test
    void escapesEverythingThatCouldBeMarkup() {
        assertThat(Prose.markup("<script>alert('x')</script> \"&\""))
                .doesNotContain("<script")
                .contains("&lt;script&gt;");
        assertThat(Prose.markup("https://exemple.fr/\"onmouseover=alert(1)"))
                .doesNotContain("\"onmouseover");
    }

    @Test
    void cutsAnExcerptAtTheEndOfAWord() {
        var excerpt = Prose.excerpt("mot ".repeat(100));
        assertThat(excerpt).hasSizeLessThan(230).endsWith("mot …");
    }
}
