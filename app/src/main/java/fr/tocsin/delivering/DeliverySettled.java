package fr.tocsin.delivering;

import fr.tocsin.units.UnitId;
import java.util.UUID;

/// A delivery came to its end, or a person decided how it goes on. Sent after the commit; after a
/// crash it may be missing, [Delivering#of] is the truth.
public record DeliverySettled(UnitId unit, UUID publication, DeliveryId delivery) {}
