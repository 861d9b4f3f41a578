package fr.tocsin.export;

import fr.tocsin.units.UnitId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Reads a unit's publications as the tables have them: what is taken away must also be readable
/// where no server runs.
final class Shelf {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final URI site;

    /// @param site base of the addresses of pages
    Shelf(JdbcClient jdbc, URI site) {
        this.jdbc = jdbc;
        this.site = site;
    }

    /// Of everything the unit has, the newest first.
    List<UUID> all(UnitId unit) {
        return jdbc.sql(
                        """
                        SELECT id FROM publication WHERE unit_id = :unit
                         ORDER BY coalesce(due_at, updated_at) DESC, id
                        """)
                .param("unit", unit.value())
                .query(UUID.class)
                .list();
    }

    /// Empty when it was removed meanwhile.
    Optional<Exported> find(UnitId unit, UUID publication) {
        return jdbc.sql(
                        """
                        SELECT id, kind, state, language, title, text, link, warning, created_at, updated_at, due_at
                          FROM publication
                         WHERE unit_id = :unit AND id = :id
                        """)
                .param("unit", unit.value())
                .param("id", publication)
                .query((row, number) ->
                        new Exported(
                                publication,
                                row.getString("kind"),
                                row.getString("state"),
                                row.getString("language"),
                                row.getString("title"),
                                row.getString("text"),
                                row.getString("link"),
                                row.getString("warning"),
                                instant(row, "created_at"),
                                instant(row, "updated_at"),
                                instantOrNull(row, "due_at"),
                                page(unit, publication),
                                revisions(unit, publication),
                                copies(unit, publication),
                                pictures(unit, publication),
                                timeline(unit, publication)))
                .optional();
    }

    private Exported.@Nullable Page page(UnitId unit, UUID publication) {
        return of(
                        """
                        SELECT path, published_at, updated_at, removed_at FROM site_post
                         WHERE unit_id = :unit AND publication_id = :publication
                        """,
                        unit,
                        publication)
                .query((row, number) ->
                        new Exported.Page(
                                site + row.getString("path"),
                                instant(row, "published_at"),
                                instant(row, "updated_at"),
                                instantOrNull(row, "removed_at")))
                .optional()
                .orElse(null);
    }

    private List<Exported.Revision> revisions(UnitId unit, UUID publication) {
        return of(
                        """
                        SELECT id, number, hash, content, submitted_by_name, submitted_at FROM revision
                         WHERE unit_id = :unit AND publication_id = :publication ORDER BY number
                        """,
                        unit,
                        publication)
                .query((row, number) ->
                        new Exported.Revision(
                                row.getInt("number"),
                                row.getString("hash"),
                                JSON.readTree(row.getString("content")),
                                row.getString("submitted_by_name"),
                                instant(row, "submitted_at"),
                                decisions(row.getObject("id", UUID.class))))
                .list();
    }

    private List<Exported.Decision> decisions(UUID revision) {
        return jdbc.sql(
                        "SELECT decision, remark, name, at FROM approval WHERE revision_id = :revision ORDER BY at")
                .param("revision", revision)
                .query((row, number) ->
                        new Exported.Decision(
                                row.getString("decision"),
                                row.getString("remark"),
                                row.getString("name"),
                                instant(row, "at")))
                .list();
    }

    private List<Exported.Copy> copies(UnitId unit, UUID publication) {
        return of(
                        """
                        SELECT a.network, a.handle, d.operation, d.state, d.settled_at,
                               (SELECT coalesce(jsonb_agg(s.posts ORDER BY s.position), '[]') FROM delivery_step s
                                 WHERE s.delivery_id = d.id AND s.state = 'settled') AS posts
                          FROM delivery d
                          JOIN account a ON a.id = d.account_id
                         WHERE d.unit_id = :unit AND d.publication_id = :publication
                         ORDER BY d.created_at, a.network, a.handle
                        """,
                        unit,
                        publication)
                .query((row, number) ->
                        new Exported.Copy(
                                row.getString("network"),
                                row.getString("handle"),
                                row.getString("operation"),
                                row.getString("state"),
                                permalinks(row.getString("posts")),
                                instantOrNull(row, "settled_at")))
                .list();
    }

    /// Those of all posts of all steps; an address of our own site is made whole.
    private List<String> permalinks(String steps) {
        var permalinks = new ArrayList<String>();
        for (var step : JSON.readTree(steps)) {
            for (var post : step) {
                var permalink = post.path("permalink").asString("");
                var whole = permalink.startsWith("/") ? site + permalink : permalink;
                if (whole.matches("https?://.*")) { // nothing that a browser would run
                    permalinks.add(whole);
                }
            }
        }
        return permalinks;
    }

    private List<Exported.Picture> pictures(UnitId unit, UUID publication) {
        return of(
                        """
                        SELECT i.media_id, i.position, i.alt
                          FROM publication_image i
                          JOIN publication p ON p.id = i.publication_id
                         WHERE p.unit_id = :unit AND p.id = :publication
                         ORDER BY i.position
                        """,
                        unit,
                        publication)
                .query((row, number) ->
                        new Exported.Picture(
                                row.getObject("media_id", UUID.class),
                                String.valueOf(row.getInt("position") + 1),
                                row.getString("alt")))
                .list();
    }

    private List<Exported.Event> timeline(UnitId unit, UUID publication) {
        return of(
                        """
                        SELECT act, detail, name, at FROM timeline
                         WHERE unit_id = :unit AND publication_id = :publication ORDER BY id
                        """,
                        unit,
                        publication)
                .query((row, number) ->
                        new Exported.Event(
                                row.getString("act"),
                                row.getString("detail"),
                                row.getString("name"),
                                instant(row, "at")))
                .list();
    }

    private JdbcClient.StatementSpec of(String query, UnitId unit, UUID publication) {
        return jdbc.sql(query).param("unit", unit.value()).param("publication", publication);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column)
            throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
