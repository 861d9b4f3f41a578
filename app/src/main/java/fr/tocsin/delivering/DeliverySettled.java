package fr.tocsin.delivering;

import fr.tocsin.units.UnitId;
import java.util.UUID;

/// A delivery came to its end: published, removed or cancelled. Sent after the commit; after a
/// crash it may be missing, [Delivering#of] is the truth.
public record DeliverySettled(UnitId unit, UUID publication, DeliveryId delivery) {}
