package fr.tocsin.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tocsin.publishing.Planning.Moment;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class PlanningTest {

    private static final LocalDateTime IN_THE_GAP = LocalDateTime.of(2027, 3, 28, 2, 30);
    private static final LocalDateTime TWICE = LocalDateTime.of(2026, 10, 25, 2, 30);

    @Test
    void knowsSummerAndWinter() {
        assertThat(Planning.at(LocalDateTime.of(2026, 7, 14, 20, 0)).moment())
                .isEqualTo(new Moment.At(Instant.parse("2026-07-14T18:00:00Z")));
        assertThat(Planning.at(LocalDateTime.of(2026, 12, 24, 20, 0)).moment())
                .isEqualTo(new Moment.At(Instant.parse("2026-12-24T19:00:00Z")));
    }

    @Test
    void refusesATimeThatClocksJumpOver() {
        assertThat(Planning.at(IN_THE_GAP).moment())
                .isEqualTo(new Moment.Skipped(LocalDateTime.of(2027, 3, 28, 3, 0)));
    }

    @Test
    void asksWhichOneWhereClocksPassTwice() {
        var first = Instant.parse("2026-10-25T00:30:00Z");
        var second = Instant.parse("2026-10-25T01:30:00Z");

        assertThat(Planning.at(TWICE).moment()).isEqualTo(new Moment.Twice(first, second));
        assertThat(new Planning(TWICE, Planning.Turn.FIRST).moment())
                .isEqualTo(new Moment.At(first));
        assertThat(new Planning(TWICE, Planning.Turn.SECOND).moment())
                .isEqualTo(new Moment.At(second));
    }
}
