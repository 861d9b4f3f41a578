package fr.tocsin.publishing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of a publication's timeline.
///
/// @param member the name of who did it, null when nobody did (a delivery arrived)
public record Entry(Act act, String detail, @Nullable String member, Instant at) {}
