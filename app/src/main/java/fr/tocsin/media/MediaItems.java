package fr.tocsin.media;

import fr.tocsin.units.MemberId;
import fr.tocsin.units.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The library's rows.
@Repository
class MediaItems {

    private static final String COLUMNS =
            """
            id, unit_id, sha256, type, width, height, bytes, original_name, default_alt, uploaded_by,
            created_at
            """;

    private final JdbcClient jdbc;

    MediaItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Keeps collectors away from a file until the end of the transaction.
    void lock(String sha256) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:sha256, 0))")
                .param("sha256", sha256)
                .query((row, number) -> sha256)
                .single();
    }

    /// Adds the item unless the unit has this very picture already.
    ///
    /// @return the item that is in the library now
    MediaItem add(MediaItem item) {
        jdbc.sql(
                        """
                        INSERT INTO media (id, unit_id, sha256, type, width, height, bytes, original_name,
                                           default_alt, uploaded_by, created_at, demo)
                        VALUES (:id, :unit, :sha256, :type, :width, :height, :bytes, :name, :alt, :by, :at,
                                (SELECT demo FROM unit WHERE id = :unit))
                        ON CONFLICT (unit_id, sha256) DO NOTHING
                        """)
                .param("id", item.id().value())
                .param("unit", item.unit().value())
                .param("sha256", item.sha256())
                .param("type", item.type())
                .param("width", item.width())
                .param("height", item.height())
                .param("bytes", item.bytes())
                .param("name", item.originalName())
                .param("alt", item.defaultAlt())
                .param("by", item.uploadedBy() == null ? null : item.uploadedBy().value())
                .param("at", at(item.createdAt()))
                .update();
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM media WHERE unit_id = :unit AND sha256 = :sha256")
                .param("unit", item.unit().value())
                .param("sha256", item.sha256())
                .query(MediaItems::item)
                .single();
    }

    Optional<MediaItem> find(UnitId unit, MediaId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM media WHERE unit_id = :unit AND id = :id")
                .param("unit", unit.value())
                .param("id", id.value())
                .query(MediaItems::item)
                .optional();
    }

    Optional<MediaItem> find(MediaId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM media WHERE id = :id")
                .param("id", id.value())
                .query(MediaItems::item)
                .optional();
    }

    /// Newest first.
    ///
    /// @param words every one of them is in the name or the alternative text; empty for all
    List<MediaItem> search(UnitId unit, String words, int offset, int limit) {
        return jdbc.sql(
                        "SELECT "
                                + COLUMNS
                                + """
                                  FROM media
                                 WHERE unit_id = :unit
                                   AND NOT EXISTS (
                                        SELECT FROM unnest(string_to_array(lower(:words), ' ')) word
                                         WHERE strpos(lower(original_name || ' ' || default_alt), word) = 0)
                                 ORDER BY created_at DESC, id
                                OFFSET :offset LIMIT :limit
                                """)
                .param("unit", unit.value())
                .param("words", words.strip().replaceAll("\\s+", " "))
                .param("offset", offset)
                .param("limit", limit)
                .query(MediaItems::item)
                .list();
    }

    boolean describe(UnitId unit, MediaId id, String alt) {
        return jdbc.sql("UPDATE media SET default_alt = :alt WHERE unit_id = :unit AND id = :id")
                        .param("unit", unit.value())
                        .param("id", id.value())
                        .param("alt", alt)
                        .update()
                == 1;
    }

    void propose(UnitId unit, MediaId id, String alt) {
        jdbc.sql(
                        """
                        UPDATE media SET default_alt = :alt
                         WHERE unit_id = :unit AND id = :id AND default_alt = ''
                        """)
                .param("unit", unit.value())
                .param("id", id.value())
                .param("alt", alt)
                .update();
    }

    /// @return whether it was there
    boolean remove(UnitId unit, MediaId id) {
        return jdbc.sql("DELETE FROM media WHERE unit_id = :unit AND id = :id")
                        .param("unit", unit.value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    boolean knows(String sha256) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM media WHERE sha256 = :sha256)")
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
    }

    private static MediaItem item(ResultSet row, int number) throws SQLException {
        var by = row.getObject("uploaded_by", UUID.class);
        return new MediaItem(
                new MediaId(row.getObject("id", UUID.class)),
                new UnitId(row.getObject("unit_id", UUID.class)),
                row.getString("sha256"),
                row.getString("type"),
                row.getInt("width"),
                row.getInt("height"),
                row.getLong("bytes"),
                row.getString("original_name"),
                row.getString("default_alt"),
                by == null ? null : new MemberId(by),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
