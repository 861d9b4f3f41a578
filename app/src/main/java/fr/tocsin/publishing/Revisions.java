package fr.tocsin.publishing;

import static fr.tocsin.publishing.Columns.at;
import static fr.tocsin.publishing.Columns.instant;
import static fr.tocsin.publishing.Columns.uuid;
import static fr.tocsin.publishing.Columns.word;

import fr.tocsin.units.MemberId;
import fr.tocsin.units.Officer;
import fr.tocsin.units.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What was submitted, and what was decided on it. Only ever added to.
@Component
class Revisions {

    private final JdbcClient jdbc;

    Revisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The publication is locked meanwhile, so that numbers have no gaps and no twins.
    Revision add(PublicationId publication, Officer officer, Content content, Instant now) {
        var id = RevisionId.random();
        jdbc.sql(
                        """
                        INSERT INTO revision (id, unit_id, publication_id, number, hash, content, submitted_by,
                                              submitted_by_name, submitted_at, demo)
                        SELECT :id, :unit, :publication,
                               1 + coalesce((SELECT max(number) FROM revision WHERE publication_id = :publication), 0),
                               :hash, :content::jsonb, :member, :name, :now, :demo
                        """)
                .param("id", id.value())
                .param("unit", officer.unitId().value())
                .param("publication", publication.value())
                .param("hash", content.hash())
                .param("content", Canonical.write(content))
                .param("member", officer.member().value())
                .param("name", officer.name())
                .param("now", at(now))
                .param("demo", officer.unit().demo())
                .update();
        return latest(officer.unitId(), publication).orElseThrow();
    }

    void decide(
            Revision revision,
            Officer officer,
            Revision.Decision decision,
            String remark,
            Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO approval (id, revision_id, hash, decision, remark, member_id, name, at, demo)
                        VALUES (:id, :revision, :hash, :decision, :remark, :member, :name, :now, :demo)
                        """)
                .param("id", UUID.randomUUID())
                .param("revision", revision.id().value())
                .param("hash", revision.hash())
                .param("decision", word(decision))
                .param("remark", remark)
                .param("member", officer.member().value())
                .param("name", officer.name())
                .param("now", at(now))
                .param("demo", officer.unit().demo())
                .update();
    }

    Optional<Revision> latest(UnitId unit, PublicationId publication) {
        return of(unit, publication).stream().findFirst();
    }

    /// The newest one that was let go: approved, or sent in an emergency.
    Optional<Revision> inForce(UnitId unit, PublicationId publication) {
        return jdbc.sql(
                        """
                        SELECT id, publication_id, number, hash, content, submitted_by, submitted_by_name, submitted_at
                          FROM revision r
                         WHERE unit_id = :unit AND publication_id = :publication
                           AND (EXISTS (SELECT FROM approval a
                                         WHERE a.revision_id = r.id AND a.decision = 'approved')
                                OR EXISTS (SELECT FROM emergency e WHERE e.revision_id = r.id))
                         ORDER BY number DESC
                         LIMIT 1
                        """)
                .param("unit", unit.value())
                .param("publication", publication.value())
                .query((row, n) -> revision(row))
                .optional();
    }

    /// Newest first.
    List<Revision> of(UnitId unit, PublicationId publication) {
        return jdbc.sql(
                        """
                        SELECT id, publication_id, number, hash, content, submitted_by, submitted_by_name, submitted_at
                          FROM revision WHERE unit_id = :unit AND publication_id = :publication
                         ORDER BY number DESC
                        """)
                .param("unit", unit.value())
                .param("publication", publication.value())
                .query((row, n) -> revision(row))
                .list();
    }

    private Revision revision(ResultSet row) throws SQLException {
        var id = new RevisionId(uuid(row, "id"));
        return new Revision(
                id,
                new PublicationId(uuid(row, "publication_id")),
                row.getInt("number"),
                row.getString("hash"),
                Canonical.read(row.getString("content")),
                new MemberId(uuid(row, "submitted_by")),
                row.getString("submitted_by_name"),
                instant(row, "submitted_at"),
                approvals(id));
    }

    private List<Revision.Approval> approvals(RevisionId revision) {
        return jdbc.sql(
                        """
                        SELECT decision, remark, member_id, name, at FROM approval
                         WHERE revision_id = :revision ORDER BY at
                        """)
                .param("revision", revision.value())
                .query((row, n) ->
                        new Revision.Approval(
                                word(Revision.Decision.class, row.getString("decision")),
                                row.getString("remark"),
                                new MemberId(uuid(row, "member_id")),
                                row.getString("name"),
                                instant(row, "at")))
                .list();
    }
}
