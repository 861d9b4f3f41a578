package fr.tocsin.publishing;

import static fr.tocsin.publishing.Columns.uuid;
import static fr.tocsin.publishing.Columns.word;

import fr.tocsin.units.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Which publication began as a copy of which.
@Component
class Lineages {

    private final JdbcClient jdbc;

    Lineages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UnitId unit, PublicationId copy, PublicationId origin, Lineage.Relation relation) {
        jdbc.sql(
                        """
                        INSERT INTO publication_origin (publication_id, unit_id, origin_id, relation)
                        VALUES (:copy, :unit, :origin, :relation)
                        """)
                .param("copy", copy.value())
                .param("unit", unit.value())
                .param("origin", origin.value())
                .param("relation", word(relation))
                .update();
    }

    Optional<Lineage> origin(UnitId unit, PublicationId copy) {
        return jdbc.sql(
                        """
                        SELECT p.id, p.title, left(p.text, 500) AS text, o.relation
                          FROM publication_origin o JOIN publication p ON p.id = o.origin_id
                         WHERE o.unit_id = :unit AND o.publication_id = :id
                        """)
                .param("unit", unit.value())
                .param("id", copy.value())
                .query(Lineages::lineage)
                .optional();
    }

    /// The latest first.
    List<Lineage> copies(UnitId unit, PublicationId origin) {
        return jdbc.sql(
                        """
                        SELECT p.id, p.title, left(p.text, 500) AS text, o.relation
                          FROM publication_origin o JOIN publication p ON p.id = o.publication_id
                         WHERE o.unit_id = :unit AND o.origin_id = :id
                         ORDER BY p.created_at DESC LIMIT 20
                        """)
                .param("unit", unit.value())
                .param("id", origin.value())
                .query(Lineages::lineage)
                .list();
    }

    private static Lineage lineage(ResultSet row, int n) throws SQLException {
        return new Lineage(
                new PublicationId(uuid(row, "id")),
                Listed.heading(row.getString("title"), row.getString("text")),
                word(Lineage.Relation.class, row.getString("relation")));
    }
}
