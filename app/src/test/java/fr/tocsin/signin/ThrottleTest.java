package fr.tocsin.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tocsin.database.TocsinTest;
import fr.tocsin.signin.Throttle.Leave;
import fr.tocsin.signin.Throttle.Purpose;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TocsinTest
class ThrottleTest {

    @Autowired private Throttle throttle;

    private final String account = UUID.randomUUID() + "@tocsin.example";

    @Test
    void strangersLockNobodyOutWhereTheySignedInBefore() {
        var home = "192.0.2.1";
        throttle.succeeded((Leave.Granted) throttle.ask(Purpose.PASSWORD, account, home));
        guessFromElsewhere();

        assertThat(throttle.ask(Purpose.PASSWORD, account, "198.51.100.99"))
                .isInstanceOf(Leave.Refused.class);
        assertThat(throttle.ask(Purpose.PASSWORD, account, home)).isInstanceOf(Leave.Granted.class);
    }

    @Test
    void aKnownAddressGuessesNoFasterThanAnyOther() {
        var home = "192.0.2.2";
        throttle.succeeded((Leave.Granted) throttle.ask(Purpose.PASSWORD, account, home));
        IntStream.range(0, 5).forEach(i -> throttle.ask(Purpose.PASSWORD, account, home));

        assertThat(throttle.ask(Purpose.PASSWORD, account, home)).isInstanceOf(Leave.Refused.class);
    }

    private void guessFromElsewhere() {
        IntStream.range(0, 20)
                .forEach(i ->
                        assertThat(throttle.ask(Purpose.PASSWORD, account, "198.51.100." + i / 4))
                                .isInstanceOf(Leave.Granted.class));
    }
}
