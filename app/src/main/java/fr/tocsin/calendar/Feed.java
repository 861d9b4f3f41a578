package fr.tocsin.calendar;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An address at which a member's own calendar reads the unit's. The secret in it is known to the
/// member only.
///
/// @param name what the member calls it, such as "my phone"
/// @param member name of whose it is
/// @param readAt when it was last read, null for never
public record Feed(
        UUID id, String name, String member, Instant createdAt, @Nullable Instant readAt) {}
