package fr.tocsin.publishing;

import static fr.tocsin.publishing.Columns.at;
import static fr.tocsin.publishing.Columns.instant;
import static fr.tocsin.publishing.Columns.word;

import fr.tocsin.units.Officer;
import fr.tocsin.units.UnitId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Corrections in hand. Written only while their publication is locked.
@Component
class Corrections {

    private final JdbcClient jdbc;

    Corrections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Correction> of(UnitId unit, PublicationId publication) {
        return jdbc.sql(
                        """
                        SELECT stage, of_number, notice, withheld, reason, started_by_name, started_at
                          FROM publication_correction
                         WHERE unit_id = :unit AND publication_id = :publication
                        """)
                .param("unit", unit.value())
                .param("publication", publication.value())
                .query((row, n) ->
                        new Correction(
                                word(Correction.Stage.class, row.getString("stage")),
                                row.getInt("of_number"),
                                new Explanation(
                                        row.getString("notice"),
                                        row.getBoolean("withheld"),
                                        row.getString("reason")),
                                row.getString("started_by_name"),
                                instant(row, "started_at")))
                .optional();
    }

    void begin(PublicationId publication, Officer author, int ofNumber, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO publication_correction (publication_id, unit_id, stage, of_number, notice, withheld,
                                                            reason, started_by_name, started_at)
                        VALUES (:publication, :unit, 'draft', :number, '', false, '', :name, :now)
                        """)
                .param("publication", publication.value())
                .param("unit", author.unitId().value())
                .param("number", ofNumber)
                .param("name", author.name())
                .param("now", at(now))
                .update();
    }

    /// A change makes a submitted correction one that is being written again.
    void explain(UnitId unit, PublicationId publication, Explanation explanation) {
        jdbc.sql(
                        """
                        UPDATE publication_correction
                           SET stage = 'draft', notice = :notice, withheld = :withheld, reason = :reason
                         WHERE unit_id = :unit AND publication_id = :publication
                        """)
                .param("notice", explanation.notice())
                .param("withheld", explanation.withheld())
                .param("reason", explanation.reason())
                .param("unit", unit.value())
                .param("publication", publication.value())
                .update();
    }

    void move(UnitId unit, PublicationId publication, Correction.Stage to) {
        jdbc.sql(
                        """
                        UPDATE publication_correction SET stage = :stage
                         WHERE unit_id = :unit AND publication_id = :publication
                        """)
                .param("stage", word(to))
                .param("unit", unit.value())
                .param("publication", publication.value())
                .update();
    }

    /// It is ordered, or abandoned.
    void end(UnitId unit, PublicationId publication) {
        jdbc.sql(
                        """
                        DELETE FROM publication_correction
                         WHERE unit_id = :unit AND publication_id = :publication
                        """)
                .param("unit", unit.value())
                .param("publication", publication.value())
                .update();
    }
}
