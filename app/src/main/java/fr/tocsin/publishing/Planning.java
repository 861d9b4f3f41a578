package fr.tocsin.publishing;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// When a publication is to go out, as a person says it: now, or at a time on the clock on the
/// wall.
///
/// @param local the wall clock of [#ZONE], null for now
/// @param turn which of the two instants, in the hour that clocks live through twice
public record Planning(@Nullable LocalDateTime local, @Nullable Turn turn) {

    /// The clock that the units live by.
    public static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    public static final Planning NOW = new Planning(null, null);

    /// First or second passage through an hour that comes twice.
    public enum Turn {
        FIRST,
        SECOND
    }

    /// What the words mean on the world's time line.
    public sealed interface Moment {

        record Now() implements Moment {}

        record At(Instant instant) implements Moment {}

        /// Clocks jump over this time; `next` is the first one that exists.
        record Skipped(LocalDateTime next) implements Moment {}

        /// Clocks pass here twice and nobody said which time is meant.
        record Twice(Instant first, Instant second) implements Moment {}
    }

    /// How a person says this instant.
    ///
    /// @param instant null for now
    static Planning of(@Nullable Instant instant) {
        if (instant == null) {
            return NOW;
        }
        var local = LocalDateTime.ofInstant(instant, ZONE);
        var first = at(local);
        if (!first.twice()) {
            return first;
        }
        var turn = new Planning(local, Turn.FIRST);
        return turn.instant(instant).equals(instant) ? turn : new Planning(local, Turn.SECOND);
    }

    public static Planning at(LocalDateTime local) {
        return new Planning(local, null);
    }

    public Moment moment() {
        if (local == null) {
            return new Moment.Now();
        }
        var offsets = ZONE.getRules().getValidOffsets(local);
        return switch (offsets.size()) {
            case 0 -> new Moment.Skipped(ZONE.getRules().getTransition(local).getDateTimeAfter());
            case 1 -> new Moment.At(local.toInstant(offsets.getFirst()));
            default -> {
                var first = local.toInstant(offsets.getFirst());
                var second = local.toInstant(offsets.getLast());
                yield turn == null
                        ? new Moment.Twice(first, second)
                        : new Moment.At(turn == Turn.FIRST ? first : second);
            }
        };
    }

    /// Whether clocks pass this time twice.
    public boolean twice() {
        return local != null && ZONE.getRules().getValidOffsets(local).size() == 2;
    }

    /// When it goes out, where that is clear; `now` for now and for what is not clear.
    public Instant instant(Instant now) {
        return moment() instanceof Moment.At(Instant at) ? at : now;
    }
}
