package fr.tocsin.publishing;

import static fr.tocsin.publishing.Columns.at;
import static fr.tocsin.publishing.Columns.instant;

import fr.tocsin.units.Officer;
import fr.tocsin.units.UnitId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What justice allowed. The latest record counts, earlier ones stay.
@Component
class Authorisations {

    private final JdbcClient jdbc;

    Authorisations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(PublicationId publication, Officer officer, Authorisation authorisation) {
        jdbc.sql(
                        """
                        INSERT INTO authorisation (id, unit_id, publication_id, magistrate, reference, scope, expires_on,
                                                   member_id, name, at, demo)
                        VALUES (:id, :unit, :publication, :magistrate, :reference, :scope, :expires,
                                :member, :name, :at, :demo)
                        """)
                .param("id", UUID.randomUUID())
                .param("unit", officer.unitId().value())
                .param("publication", publication.value())
                .param("magistrate", authorisation.magistrate())
                .param("reference", authorisation.reference())
                .param("scope", authorisation.scope())
                .param("expires", authorisation.expiresOn())
                .param("member", officer.member().value())
                .param("name", officer.name())
                .param("at", at(authorisation.at()))
                .param("demo", officer.unit().demo())
                .update();
    }

    Optional<Authorisation> current(UnitId unit, PublicationId publication) {
        return jdbc.sql(
                        """
                        SELECT magistrate, reference, scope, expires_on, name, at FROM authorisation
                         WHERE unit_id = :unit AND publication_id = :publication
                         ORDER BY at DESC LIMIT 1
                        """)
                .param("unit", unit.value())
                .param("publication", publication.value())
                .query((row, n) ->
                        new Authorisation(
                                row.getString("magistrate"),
                                row.getString("reference"),
                                row.getString("scope"),
                                row.getObject("expires_on", LocalDate.class),
                                row.getString("name"),
                                instant(row, "at")))
                .optional();
    }
}
