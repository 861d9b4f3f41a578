package fr.tocsin.publishing;

import java.time.Instant;
import java.util.List;

/// What became of giving a publication another time.
public sealed interface Moving {

    /// @param state where it stands now
    record Moved(Instant at, State state) implements Moving {}

    /// @param mistakes what stands in the way; never empty
    record Refused(List<Mistake> mistakes) implements Moving {

        public Refused {
            mistakes = List.copyOf(mistakes);
        }
    }

    /// What is there is not what this member saw; nothing was overwritten.
    record Conflict(Publication current) implements Moving {}
}
