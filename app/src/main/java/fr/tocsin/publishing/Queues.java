package fr.tocsin.publishing;

import fr.tocsin.units.Unit;
import fr.tocsin.units.Units;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How much of a unit waits for a second pair of eyes, for the numbers in the navigation.
@Component
public class Queues {

    private final JdbcClient jdbc;
    private final Emergencies emergencies;
    private final Units units;

    Queues(JdbcClient jdbc, Emergencies emergencies, Units units) {
        this.jdbc = jdbc;
        this.emergencies = emergencies;
        this.units = units;
    }

    /// Publications that wait for approval, or for a new time after a late one.
    public int toApprove(String slug) {
        return count(
                slug,
                unit ->
                        jdbc.sql(
                                        """
                                        SELECT count(*) FROM publication
                                         WHERE unit_id = :unit AND state IN ('submitted', 'late')
                                        """)
                                .param("unit", unit.id().value())
                                .query(Integer.class)
                                .single());
    }

    /// Emergency publications that nobody else has looked at.
    public int toReview(String slug) {
        return count(slug, unit -> emergencies.waiting(unit.id()));
    }

    private int count(String slug, ToIntFunction<Unit> of) {
        return units.bySlug(slug).stream().mapToInt(of).sum();
    }
}
