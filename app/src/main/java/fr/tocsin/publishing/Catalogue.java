package fr.tocsin.publishing;

import static fr.tocsin.publishing.Columns.instant;
import static fr.tocsin.publishing.Columns.instantOrNull;
import static fr.tocsin.publishing.Columns.uuid;
import static fr.tocsin.publishing.Columns.word;

import fr.tocsin.delivering.Kind;
import fr.tocsin.units.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Lists of a unit's publications.
@Component
class Catalogue {

    private static final String MATCHING =
            """
              FROM publication
             WHERE unit_id = :unit
               AND (:anyState OR state IN (:states)
                    OR :corrections AND EXISTS (SELECT FROM publication_correction c
                                                 WHERE c.publication_id = publication.id
                                                   AND c.stage = 'submitted'))
               AND (:kind::text IS NULL OR kind = :kind)
               AND (:words = '' OR position(lower(:words) IN lower(title || ' ' || text)) > 0)
            """;

    private final JdbcClient jdbc;

    Catalogue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Search.Found search(UnitId unit, Search search) {
        var parameters = parameters(unit, search);
        var total =
                jdbc.sql("SELECT count(*)" + MATCHING)
                        .params(parameters)
                        .query(Integer.class)
                        .single();
        var listed =
                jdbc.sql(
                                """
                                SELECT id, kind, title, text, state, planned_local, planned_turn, due_at, updated_at,
                                       updated_by_name,
                                       (SELECT count(*) FROM publication_image WHERE publication_id = id) AS pictures,
                                       (SELECT stage FROM publication_correction c
                                         WHERE c.publication_id = publication.id) AS correction
                                """
                                        + MATCHING
                                        + " ORDER BY updated_at DESC, id LIMIT :limit OFFSET :offset")
                        .params(parameters)
                        .param("limit", Search.PAGE)
                        .param("offset", (Math.clamp(search.page(), 1, 100_000) - 1) * Search.PAGE)
                        .query(Catalogue::listed)
                        .list();
        return new Search.Found(listed, total);
    }

    private static Map<String, @Nullable Object> parameters(UnitId unit, Search search) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("unit", unit.value());
        parameters.put("anyState", search.states().isEmpty());
        parameters.put(
                "states",
                search.states().isEmpty()
                        ? List.of("")
                        : search.states().stream().map(Columns::word).toList());
        parameters.put("corrections", search.states().contains(State.SUBMITTED));
        parameters.put("kind", word(search.kind()));
        parameters.put("words", search.words().strip());
        return parameters;
    }

    private static Listed listed(ResultSet row, int n) throws SQLException {
        var turn = row.getString("planned_turn");
        var correction = row.getString("correction");
        return new Listed(
                new PublicationId(uuid(row, "id")),
                word(Kind.class, row.getString("kind")),
                Listed.heading(row.getString("title"), row.getString("text")),
                word(State.class, row.getString("state")),
                new Planning(
                        row.getObject("planned_local", LocalDateTime.class),
                        turn == null ? null : word(Planning.Turn.class, turn)),
                instantOrNull(row, "due_at"),
                instant(row, "updated_at"),
                row.getString("updated_by_name"),
                row.getInt("pictures"),
                correction == null ? null : word(Correction.Stage.class, correction));
    }
}
