package fr.tocsin.channels.bluesky;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A timestamp identifier, the record key of a post (atproto.com/specs/tid): 53 bits of
/// microseconds since the epoch and 10 bits that tell writers apart, sortable as text.
record Tid(long micros, int clock) {

    private static final String DIGITS = "234567abcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 13;

    /// The first digit of thirteen leaves the top bit of 64 unset.
    private static final Pattern SYNTAX = Pattern.compile("[2-7ab][2-7a-z]{12}");

    private static final int CLOCK_BITS = 10;

    /// Told apart from every other process that writes to the same account at the same moment.
    private static final int OWN_CLOCK = ThreadLocalRandom.current().nextInt(1 << CLOCK_BITS);

    private static final AtomicLong LAST = new AtomicLong();

    Tid {
        if (micros < 0 || micros >= 1L << 53 || clock < 0 || clock >= 1 << CLOCK_BITS) {
            throw new IllegalArgumentException(
                    "a TID holds 53 bits of microseconds and 10 of clock, found %d and %d"
                            .formatted(micros, clock));
        }
    }

    /// As many as asked for, each a millisecond after the one before, and all later than any that
    /// this process has given out: the times of a thread's posts must tell their order, and Bluesky
    /// shows them to the millisecond.
    static List<Tid> series(int count, Instant now) {
        var step = 1000L;
        var wanted = ChronoUnit.MICROS.between(Instant.EPOCH, now);
        var last =
                LAST.updateAndGet(before -> Math.max(before + step, wanted) + step * (count - 1));
        var first = last - step * (count - 1);
        return Stream.iterate(first, micros -> micros + step)
                .limit(count)
                .map(micros -> new Tid(micros, OWN_CLOCK))
                .toList();
    }

    /// @throws IllegalArgumentException when the text is no TID
    static Tid parse(String text) {
        if (!SYNTAX.matcher(text).matches()) {
            throw new IllegalArgumentException("no TID: " + text);
        }
        var value = 0L;
        for (var i = 0; i < LENGTH; i++) {
            value = value << 5 | DIGITS.indexOf(text.charAt(i));
        }
        return new Tid(value >>> CLOCK_BITS, (int) (value & ((1 << CLOCK_BITS) - 1)));
    }

    Instant instant() {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    @Override
    public String toString() {
        var value = micros << CLOCK_BITS | clock;
        var text = new char[LENGTH];
        for (var i = LENGTH - 1; i >= 0; i--) {
            text[i] = DIGITS.charAt((int) (value & 31));
            value >>>= 5;
        }
        return new String(text);
    }
}
