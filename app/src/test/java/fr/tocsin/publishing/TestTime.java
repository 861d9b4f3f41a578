package fr.tocsin.publishing;

import java.time.Instant;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// Time stands at noon of a Monday until the test moves it.
@TestConfiguration
class TestTime {

    static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock(NOON);
    }
}
