package fr.tocsin.delivering;

import fr.tocsin.units.MemberId;
import fr.tocsin.units.UnitId;
import java.util.UUID;

/// A person decided about a delivery; told within the transaction of the decision.
public record DeliveryDecided(
        UnitId unit,
        UUID publication,
        DeliveryId delivery,
        AccountId account,
        DeliveryReport.Act act,
        MemberId member) {}
