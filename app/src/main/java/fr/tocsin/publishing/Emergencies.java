package fr.tocsin.publishing;

import static fr.tocsin.publishing.Columns.at;
import static fr.tocsin.publishing.Columns.instant;
import static fr.tocsin.publishing.Columns.instantOrNull;
import static fr.tocsin.publishing.Columns.uuid;

import fr.tocsin.units.MemberId;
import fr.tocsin.units.Officer;
import fr.tocsin.units.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What went out without approval, until a second member has looked at it, and after.
@Component
class Emergencies {

    private static final String SELECT =
            """
            SELECT e.publication_id, e.revision_id, p.title, p.text, e.reason, e.member_id, e.name, e.at,
                   e.reviewed_by_name, e.reviewed_at, e.remark
              FROM emergency e JOIN publication p ON p.id = e.publication_id
             WHERE e.unit_id = :unit
            """;

    private final JdbcClient jdbc;

    Emergencies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Revision revision, Officer officer, String reason, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO emergency (revision_id, unit_id, publication_id, reason, member_id, name, at)
                        VALUES (:revision, :unit, :publication, :reason, :member, :name, :now)
                        """)
                .param("revision", revision.id().value())
                .param("unit", officer.unitId().value())
                .param("publication", revision.publication().value())
                .param("reason", reason)
                .param("member", officer.member().value())
                .param("name", officer.name())
                .param("now", at(now))
                .update();
    }

    /// @return whether it was waiting for review, and not by the same member
    boolean review(RevisionId revision, Officer reviewer, String remark, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE emergency
                                   SET reviewed_by = :member, reviewed_by_name = :name, reviewed_at = :now,
                                       remark = :remark
                                 WHERE unit_id = :unit AND revision_id = :revision
                                   AND reviewed_at IS NULL AND member_id <> :member
                                """)
                        .param("unit", reviewer.unitId().value())
                        .param("revision", revision.value())
                        .param("member", reviewer.member().value())
                        .param("name", reviewer.name())
                        .param("remark", remark)
                        .param("now", at(now))
                        .update()
                == 1;
    }

    /// One publication can go out in an emergency more than once, after it was withdrawn or as a
    /// correction: the one nobody has looked at, else the latest.
    Optional<Emergency> find(UnitId unit, PublicationId publication) {
        return jdbc.sql(
                        SELECT
                                + """
                                 AND e.publication_id = :publication
                                 ORDER BY e.reviewed_at IS NOT NULL, e.at DESC LIMIT 1
                                """)
                .param("unit", unit.value())
                .param("publication", publication.value())
                .query(Emergencies::emergency)
                .optional();
    }

    /// Those nobody has looked at first, oldest first; then the last hundred that were.
    List<Emergency> list(UnitId unit) {
        return jdbc.sql(
                        SELECT
                                + """
                                 ORDER BY e.reviewed_at IS NOT NULL,
                                          CASE WHEN e.reviewed_at IS NULL THEN e.at END, e.reviewed_at DESC
                                 LIMIT 100
                                """)
                .param("unit", unit.value())
                .query(Emergencies::emergency)
                .list();
    }

    int waiting(UnitId unit) {
        return jdbc.sql(
                        "SELECT count(*) FROM emergency WHERE unit_id = :unit AND reviewed_at IS NULL")
                .param("unit", unit.value())
                .query(Integer.class)
                .single();
    }

    private static Emergency emergency(ResultSet row, int n) throws SQLException {
        return new Emergency(
                new PublicationId(uuid(row, "publication_id")),
                new RevisionId(uuid(row, "revision_id")),
                Listed.heading(row.getString("title"), row.getString("text")),
                row.getString("reason"),
                new MemberId(uuid(row, "member_id")),
                row.getString("name"),
                instant(row, "at"),
                row.getString("reviewed_by_name"),
                instantOrNull(row, "reviewed_at"),
                row.getString("remark"));
    }
}
