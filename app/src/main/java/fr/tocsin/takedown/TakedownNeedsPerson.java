package fr.tocsin.takedown;

import fr.tocsin.units.MemberId;
import fr.tocsin.units.UnitId;

/// A copy can only be removed by hand, or has not been although it was time. Sent after the commit;
/// after a crash it may be missing, the takedown's page is the truth.
///
/// @param reminder whether the owner was told before
public record TakedownNeedsPerson(
        UnitId unit, TakedownId takedown, MemberId owner, boolean reminder) {}
