package fr.tocsin.takedown;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// Three networks and a clock that only the tests have: one removes, one only lets change, one
/// takes nothing back.
@TestConfiguration
class TestNetworks {

    @Bean
    @Primary
    MovableClock takedownClock() {
        return new MovableClock();
    }

    @Bean
    Square square(MovableClock clock) {
        return new Square("square", clock::instant);
    }

    @Bean
    Square.Board board(MovableClock clock) {
        return new Square.Board("board", clock::instant);
    }

    @Bean
    Square.Letter letter(MovableClock clock) {
        return new Square.Letter(new Square("letter", clock::instant));
    }
}
