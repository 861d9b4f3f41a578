package fr.tocsin.templates;

import fr.tocsin.delivering.Kind;
import fr.tocsin.units.Officer;
import fr.tocsin.units.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The units' templates.
@Component
class Shelf {

    private static final String COLUMNS =
            "id, kind, name, title, text, link, language, version, updated_at, updated_by";

    private final JdbcClient jdbc;

    Shelf(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Template> of(UnitId unit) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM template WHERE unit_id = :unit ORDER BY kind, lower(name)")
                .param("unit", unit.value())
                .query(Shelf::template)
                .list();
    }

    Optional<Template> find(UnitId unit, TemplateId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM template WHERE unit_id = :unit AND id = :id")
                .param("unit", unit.value())
                .param("id", id.value())
                .query(Shelf::template)
                .optional();
    }

    /// @return false when another template of the unit has this name
    boolean add(TemplateId id, Officer by, Wording wording, Instant now) {
        return jdbc.sql(
                                """
                                INSERT INTO template (id, unit_id, kind, name, title, text, link, language, version,
                                                      updated_at, updated_by, demo)
                                VALUES (:id, :unit, :kind, :name, :title, :text, :link, :language, 1, :now, :by, :demo)
                                ON CONFLICT (unit_id, lower(name)) DO NOTHING
                                """)
                        .param("id", id.value())
                        .param("unit", by.unitId().value())
                        .params(fields(wording))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("by", by.name())
                        .param("demo", by.unit().demo())
                        .update()
                == 1;
    }

    /// @return whether the version was still the one given
    /// @throws org.springframework.dao.DuplicateKeyException when another one has this name
    boolean save(TemplateId id, Officer by, int version, Wording wording, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE template
                                   SET kind = :kind, name = :name, title = :title, text = :text, link = :link,
                                       language = :language, version = version + 1, updated_at = :now, updated_by = :by
                                 WHERE unit_id = :unit AND id = :id AND version = :version
                                """)
                        .param("unit", by.unitId().value())
                        .param("id", id.value())
                        .param("version", version)
                        .params(fields(wording))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("by", by.name())
                        .update()
                == 1;
    }

    void remove(UnitId unit, TemplateId id) {
        jdbc.sql("DELETE FROM template WHERE unit_id = :unit AND id = :id")
                .param("unit", unit.value())
                .param("id", id.value())
                .update();
    }

    private static Map<String, Object> fields(Wording wording) {
        return Map.of(
                "kind", wording.kind().name().toLowerCase(Locale.ROOT),
                "name", wording.name(),
                "title", wording.title(),
                "text", wording.text(),
                "link", wording.link(),
                "language", wording.language());
    }

    private static Template template(ResultSet row, int n) throws SQLException {
        return new Template(
                new TemplateId(row.getObject("id", UUID.class)),
                new Wording(
                        Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getString("name"),
                        row.getString("title"),
                        row.getString("text"),
                        row.getString("link"),
                        row.getString("language")),
                row.getInt("version"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                row.getString("updated_by"));
    }
}
