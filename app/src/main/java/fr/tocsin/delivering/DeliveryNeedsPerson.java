package fr.tocsin.delivering;

import fr.tocsin.units.UnitId;
import java.util.UUID;

/// A delivery was refused, or cannot go on without a decision. Sent after the commit; after a crash
/// it may be missing, [Delivering#of] is the truth.
public record DeliveryNeedsPerson(UnitId unit, UUID publication, DeliveryId delivery) {}
