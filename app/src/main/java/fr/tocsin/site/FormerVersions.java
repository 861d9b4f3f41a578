package fr.tocsin.site;

import fr.tocsin.units.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What public pages said before. Written in the transaction that changes the page.
@Repository
class FormerVersions {

    private final JdbcClient jdbc;

    FormerVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Keeps what the page says now, unless it says the new content already.
    ///
    /// @param contentHash of the new content
    /// @param pictures whether the pictures change
    void keep(
            UnitId unit,
            UUID publication,
            String contentHash,
            boolean pictures,
            String note,
            Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO site_version (publication_id, number, said_from, said_until, title, warning, body,
                                                  pictures, note)
                        SELECT publication_id,
                               1 + (SELECT count(*) FROM site_version v WHERE v.publication_id = p.publication_id),
                               coalesce((SELECT max(said_until) FROM site_version v
                                          WHERE v.publication_id = p.publication_id), published_at),
                               :now, title, warning, body, :pictures, :note
                          FROM site_post p
                         WHERE publication_id = :publication AND unit_id = :unit AND removed_at IS NULL
                           AND content_hash <> :hash
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("pictures", pictures)
                .param("note", note)
                .param("publication", publication)
                .param("unit", unit.value())
                .param("hash", contentHash)
                .update();
    }

    /// Erases the words of every former version; that there were some stays visible.
    void withhold(UnitId unit, UUID publication) {
        jdbc.sql(
                        """
                        UPDATE site_version v
                           SET title = NULL, warning = NULL, body = NULL,
                               note = CASE WHEN number = (SELECT max(number) FROM site_version l
                                                           WHERE l.publication_id = v.publication_id)
                                           THEN note ELSE '' END
                         WHERE publication_id = (SELECT publication_id FROM site_post
                                                  WHERE publication_id = :publication AND unit_id = :unit)
                        """)
                .param("publication", publication)
                .param("unit", unit.value())
                .update();
    }

    /// A page that is taken down leaves no former words behind.
    void forget(UnitId unit, UUID publication) {
        jdbc.sql(
                        """
                        DELETE FROM site_version
                         WHERE publication_id = (SELECT publication_id FROM site_post
                                                  WHERE publication_id = :publication AND unit_id = :unit)
                        """)
                .param("publication", publication)
                .param("unit", unit.value())
                .update();
    }

    /// The oldest first.
    List<FormerVersion> of(UnitId unit, UUID publication) {
        return jdbc.sql(
                        """
                        SELECT v.number, v.said_from, v.said_until, v.title, v.warning, v.body, v.pictures, v.note
                          FROM site_version v
                          JOIN site_post p USING (publication_id)
                         WHERE p.publication_id = :publication AND p.unit_id = :unit AND p.removed_at IS NULL
                         ORDER BY v.number
                        """)
                .param("publication", publication)
                .param("unit", unit.value())
                .query(FormerVersions::version)
                .list();
    }

    private static FormerVersion version(ResultSet row, int n) throws SQLException {
        var title = row.getString("title");
        var body = row.getString("body");
        return new FormerVersion(
                row.getInt("number"),
                row.getObject("said_from", OffsetDateTime.class).toInstant(),
                row.getObject("said_until", OffsetDateTime.class).toInstant(),
                title == null || body == null
                        ? null
                        : new FormerVersion.Words(title, row.getString("warning"), body),
                row.getBoolean("pictures"),
                row.getString("note"));
    }
}
