package fr.tocsin.media;

import fr.tocsin.media.studio.Recipe;
import fr.tocsin.units.Officer;
import fr.tocsin.units.UnitId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// What was done to which picture. Only ever added to; the database refuses the rest.
@Repository
class Edits {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    Edits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One edit.
    ///
    /// @param source the picture that the recipe is applied to
    /// @param replaces the picture that the result stands for: the source, or an edit of it
    record Edit(MediaId source, MediaId replaces, MediaId result, Recipe recipe) {}

    void add(Officer officer, Edit edit, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO media_edit (id, unit_id, source_id, replaces_id, result_id, recipe, member_id, name,
                                                at, demo)
                        VALUES (:id, :unit, :source, :replaces, :result, :recipe::jsonb, :member, :name, :at, :demo)
                        """)
                .param("id", UUID.randomUUID())
                .param("unit", officer.unitId().value())
                .param("source", edit.source().value())
                .param("replaces", edit.replaces().value())
                .param("result", edit.result().value())
                .param("recipe", JSON.writeValueAsString(edit.recipe()))
                .param("member", officer.member().value())
                .param("name", officer.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("demo", officer.unit().demo())
                .update();
    }

    /// How this picture was made; empty when it was sent in.
    Optional<Edit> of(UnitId unit, MediaId result) {
        return latest("result_id", unit, result);
    }

    /// What stands for this picture since it was edited.
    Optional<MediaId> successor(UnitId unit, MediaId old) {
        return latest("replaces_id", unit, old).map(Edit::result);
    }

    private Optional<Edit> latest(String column, UnitId unit, MediaId picture) {
        return jdbc.sql(
                        """
                        SELECT source_id, replaces_id, result_id, recipe FROM media_edit
                         WHERE unit_id = :unit AND %s = :picture ORDER BY at DESC LIMIT 1
                        """
                                .formatted(column))
                .param("unit", unit.value())
                .param("picture", picture.value())
                .query((row, n) ->
                        new Edit(
                                new MediaId(row.getObject("source_id", UUID.class)),
                                new MediaId(row.getObject("replaces_id", UUID.class)),
                                new MediaId(row.getObject("result_id", UUID.class)),
                                JSON.readValue(row.getString("recipe"), Recipe.class)))
                .optional();
    }

    void looked(Officer officer, MediaId picture, Instant at) {
        jdbc.sql(
                        """
                        INSERT INTO original_read (unit_id, media_id, member_id, name, at, demo)
                        VALUES (:unit, :picture, :member, :name, :at, :demo)
                        """)
                .param("unit", officer.unitId().value())
                .param("picture", picture.value())
                .param("member", officer.member().value())
                .param("name", officer.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("demo", officer.unit().demo())
                .update();
    }

    /// Newest first.
    List<Originals.Look> looks(UnitId unit, MediaId picture, int limit) {
        return jdbc.sql(
                        """
                        SELECT name, at FROM original_read WHERE unit_id = :unit AND media_id = :picture
                         ORDER BY id DESC LIMIT :limit
                        """)
                .param("unit", unit.value())
                .param("picture", picture.value())
                .param("limit", limit)
                .query((row, n) ->
                        new Originals.Look(
                                row.getString("name"),
                                row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
