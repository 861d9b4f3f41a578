package fr.tocsin.channels.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TidTest {

    @ParameterizedTest
    @ValueSource(strings = {"3jzfcijpj2z2a", "2222222222222", "7777777777777", "bzzzzzzzzzzzz"})
    void readsWhatItWrites(String text) {
        assertThat(Tid.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "3jzfcijpj2z2",
                "3jzfcijpj2z2aa",
                "3jzfcijpj2z21",
                "c222222222222",
                "zzzzzzzzzzzzz"
            })
    void refusesWhatIsNone(String text) {
        assertThatThrownBy(() -> Tid.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsItsTime() {
        var now = Instant.now();
        assertThat(Tid.series(1, now.plusSeconds(3600)).getFirst().instant()).isAfterOrEqualTo(now);
    }

    @Test
    void growsEvenWhenTheClockStandsStillOrGoesBack() {
        var now = Instant.now();
        var keys = new ArrayList<String>();
        for (var i = 0; i < 1000; i++) {
            Tid.series(3, now.minusMillis(i)).forEach(key -> keys.add(key.toString()));
        }
        assertThat(keys).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void countsMillisecondsWithinAThread() {
        var keys = Tid.series(5, Instant.now());
        assertThat(keys.getLast().micros() - keys.getFirst().micros()).isEqualTo(4000);
    }
}
