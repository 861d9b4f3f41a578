package fr.tocsin.delivering;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/// How the workers pace themselves.
///
/// @param workers deliveries in flight at the same time
/// @param lease how long a delivery stays with a worker that has gone silent
/// @param reconcileAfter how long after a step was armed its absence on the network proves anything
/// @param overdueGrace how late a planned publication may still leave by itself
record Pace(int workers, Duration lease, Duration reconcileAfter, Duration overdueGrace) {

    private static final Duration FIRST_LOOK = Duration.ofSeconds(5);
    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration LONGEST_FOR_ALERTS = Duration.ofSeconds(30);
    private static final Duration LONGEST_FOR_REMOVALS = Duration.ofMinutes(5);

    /// When to look for the first time whether something of unknown outcome is public: early, since
    /// seeing it settles the matter; only its absence needs patience.
    Instant firstLook(Instant now) {
        return now.plus(reconcileAfter.compareTo(FIRST_LOOK) < 0 ? reconcileAfter : FIRST_LOOK);
    }

    /// Doubles with every failure; a random part of up to a quarter keeps many from coming back at
    /// the same moment.
    ///
    /// @param failures attempts in a row that came to nothing, this one included
    Instant after(int failures, int lane, Instant now) {
        var longest =
                switch (lane) {
                    case Delivery.ALERT_LANE -> LONGEST_FOR_ALERTS;
                    case Delivery.REMOVAL_LANE -> LONGEST_FOR_REMOVALS;
                    default -> LONGEST;
                };
        var wait = SHORTEST.multipliedBy(1L << Math.clamp(failures - 1L, 0, 20));
        var capped = wait.compareTo(longest) > 0 ? longest : wait;
        var jitter = RandomGenerator.getDefault().nextLong(capped.toMillis() / 4 + 1);
        return now.plus(capped).plusMillis(jitter);
    }
}
