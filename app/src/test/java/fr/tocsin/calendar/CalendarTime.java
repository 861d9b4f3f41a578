package fr.tocsin.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// Time stands at noon of Monday 23 November 2026, until the test moves it.
@TestConfiguration
class CalendarTime {

    static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");

    @Bean
    @Primary
    Hands calendarClock() {
        return new Hands();
    }

    /// A clock whose hands the test moves.
    static class Hands extends Clock {

        private volatile Instant now = NOON;

        void set(Instant instant) {
            now = instant;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }
    }
}
