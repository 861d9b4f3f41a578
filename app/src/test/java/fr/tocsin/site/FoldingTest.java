package fr.tocsin.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FoldingTest {

    @Test
    void forgivesAccentsCapitalsAndLigatures() {
        assertThat(Folding.fold("Œuvre d’Été à CHÂTELLERAULT"))
                .isEqualTo("oeuvre d'ete a chatellerault");
    }

    @Test
    void makesAnAddressThatSaysWhatThePageIsAbout() {
        assertThat(Folding.slug("Feu de forêt : évitez l’A10 !"))
                .isEqualTo("feu-de-foret-evitez-l-a10");
    }

    @Test
    void neverMakesAnEmptyOrEndlessAddress() {
        assertThat(Folding.slug("⚠️")).isEqualTo("publication");
        assertThat(Folding.slug("très ".repeat(60)))
                .hasSizeLessThanOrEqualTo(70)
                .doesNotEndWith("-");
    }
}
