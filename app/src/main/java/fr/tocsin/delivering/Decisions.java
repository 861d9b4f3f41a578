package fr.tocsin.delivering;

import fr.tocsin.units.MemberId;
import fr.tocsin.units.UnitId;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Carries out what a person decided about a delivery.
@Repository
class Decisions {

    private final JdbcClient jdbc;
    private final Deliveries deliveries;
    private final Orders orders;
    private final Channels channels;

    Decisions(JdbcClient jdbc, Deliveries deliveries, Orders orders, Channels channels) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.orders = orders;
        this.channels = channels;
    }

    boolean decide(
            UnitId unit,
            DeliveryId delivery,
            DeliveryReport.Act act,
            MemberId member,
            Instant now) {
        return false;
    }
}
