package fr.tocsin.delivering;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person has stopped everything that a unit sends.
///
/// @param releasedBy who let it go on; null while it is in force
public record Stoppage(
        UUID id,
        String reason,
        String stoppedBy,
        Instant stoppedAt,
        @Nullable String releasedBy,
        @Nullable Instant releasedAt) {}
