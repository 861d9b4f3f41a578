package fr.tocsin.channels.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tocsin.wording.Measure.Count;
import fr.tocsin.wording.Measure.Unit;
import org.junit.jupiter.api.Test;

class BlueskyMeasureTest {

    private final BlueskyMeasure measure = new BlueskyMeasure(300, 3000);

    @Test
    void countsGraphemes() {
        assertThat(measure.count("é".repeat(300))).isEqualTo(new Count(300, 300));
        assertThat(measure.count("é".repeat(301)).fits()).isFalse();
    }

    @Test
    void countsBytesWhereTheyRunOutFirst() {
        var family = "👨‍👩‍👧‍👦"; // 25 bytes, one grapheme
        assertThat(measure.count(family.repeat(120))).isEqualTo(new Count(3000, 3000, Unit.BYTES));
        assertThat(measure.count(family.repeat(121)).fits()).isFalse();
    }

    @Test
    void countsLinksAsWritten() {
        assertThat(measure.count("https://vienne.gouv.fr").used()).isEqualTo(22);
    }
}
