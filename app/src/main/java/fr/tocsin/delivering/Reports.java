package fr.tocsin.delivering;

import fr.tocsin.units.UnitId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Tells the desk how deliveries stand.
@Repository
class Reports {

    private final JdbcClient jdbc;
    private final Deliveries deliveries;
    private final Channels channels;

    Reports(JdbcClient jdbc, Deliveries deliveries, Channels channels) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.channels = channels;
    }

    List<DeliveryReport> of(UnitId unit, UUID publication) {
        return List.of();
    }

    Map<UUID, DeliverySummary> summaries(UnitId unit, Collection<UUID> publications) {
        return Map.of();
    }

    int waitingForPerson(UnitId unit) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM delivery
                         WHERE unit_id = :unit AND state IN ('rejected', 'attention')
                        """)
                .param("unit", unit.value())
                .query(Integer.class)
                .single();
    }
}
