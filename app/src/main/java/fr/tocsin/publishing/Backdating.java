package fr.tocsin.publishing;

import static fr.tocsin.publishing.Columns.at;

import fr.tocsin.units.UnitId;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lets demonstrations look as if they had been written over some days. Touches nothing else.
@Component
public class Backdating {

    private final JdbcClient jdbc;

    Backdating(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Gives a publication of a demonstration the date of what it shows.
    ///
    /// @return false as long as it is not published
    public boolean date(UnitId unit, PublicationId id, Instant publishedAt) {
        return jdbc.sql(
                                """
                                UPDATE publication SET due_at = :at, updated_at = :at
                                 WHERE unit_id = :unit AND id = :id AND demo AND state = 'published'
                                """)
                        .param("at", at(publishedAt))
                        .param("unit", unit.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }
}
