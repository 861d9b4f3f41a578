package fr.tocsin.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which entries of a unit are wanted; null leaves open.
///
/// @param until the first moment that is not wanted any more
/// @param before only entries with smaller numbers: the next page
public record Search(
        @Nullable UUID member,
        @Nullable String act,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Long before) {

    public static final Search ALL = new Search(null, null, null, null, null);
}
