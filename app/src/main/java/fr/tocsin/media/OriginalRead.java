package fr.tocsin.media;

import fr.tocsin.units.MemberId;
import fr.tocsin.units.UnitId;
import java.time.Instant;

/// Somebody is about to see an original that is kept apart. Published before a byte of it leaves; a
/// listener that throws keeps it from leaving.
///
/// @param name of the member, as it was then
public record OriginalRead(UnitId unit, MediaId picture, MemberId by, String name, Instant at) {}
