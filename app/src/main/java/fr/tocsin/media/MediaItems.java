package fr.tocsin.media;

import fr.tocsin.database.BackupLock;
import fr.tocsin.units.MemberId;
import fr.tocsin.units.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The library's rows.
@Repository
class MediaItems {

    private static final String COLUMNS =
            """
            id, unit_id, sha256, type, width, height, bytes, original_name, default_alt, uploaded_by,
            created_at, kept_apart_at, tags, holder, licence, note, expires_on,
            millis, captions
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

    /// Whether no backup reads the files; none begins before this transaction ends.
    boolean mayClear() {
        return jdbc.sql(BackupLock.MAY_CLEAR).query(Boolean.class).single();
    }

    /// Adds the item unless the unit has this very picture already.
    ///
    /// @return the item that is in the library now
    MediaItem add(MediaItem item) {
        jdbc.sql(
                        """
                        INSERT INTO media (id, unit_id, sha256, type, width, height, bytes, original_name,
                                           default_alt, uploaded_by, created_at, tags, holder, licence, note,
                                           expires_on, millis, demo)
                        VALUES (:id, :unit, :sha256, :type, :width, :height, :bytes, :name, :alt, :by, :at, :tags,
                                :holder, :licence, :note, :expires, :millis, (SELECT demo FROM unit WHERE id = :unit))
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
                .param("tags", item.tags())
                .params(rights(item.rights()))
                .param("millis", item.millis())
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
                                 WHERE unit_id = :unit AND kept_apart_at IS NULL
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

    Wanted.Found search(UnitId unit, Wanted wanted) {
        var total = new AtomicInteger();
        var items =
                jdbc.sql(
                                "SELECT count(*) OVER () AS total, "
                                        + COLUMNS
                                        + """
                                          FROM media
                                         WHERE unit_id = :unit AND kept_apart_at IS NULL
                                           AND (:expiring::date IS NULL OR expires_on <= :expiring)
                                           AND NOT EXISTS (
                                                SELECT FROM unnest(string_to_array(lower(:words), ' ')) word
                                                 WHERE strpos(lower(concat_ws(' ', original_name, default_alt, tags,
                                                                              holder, licence, note)), word) = 0)
                                         ORDER BY CASE WHEN :expiring::date IS NOT NULL THEN expires_on END,
                                                  created_at DESC, id
                                        OFFSET :offset LIMIT :limit
                                        """)
                        .param("unit", unit.value())
                        .param("words", wanted.words().strip().replaceAll("\\s+", " "))
                        .param("expiring", wanted.expiring())
                        .param("offset", (wanted.page() - 1) * Wanted.PAGE)
                        .param("limit", Wanted.PAGE)
                        .query((row, number) -> {
                            total.set(row.getInt("total"));
                            return item(row, number);
                        })
                        .list();
        return new Wanted.Found(items, total.get());
    }

    int expiring(UnitId unit, LocalDate until) {
        return jdbc.sql(
                        """
                        SELECT count(*) FROM media
                         WHERE unit_id = :unit AND kept_apart_at IS NULL AND expires_on <= :until
                        """)
                .param("unit", unit.value())
                .param("until", until)
                .query(Integer.class)
                .single();
    }

    boolean record(UnitId unit, MediaId id, String tags, Rights rights) {
        return jdbc.sql(
                                """
                                UPDATE media
                                   SET tags = :tags, holder = :holder, licence = :licence, note = :note,
                                       expires_on = :expires
                                 WHERE unit_id = :unit AND id = :id
                                """)
                        .param("unit", unit.value())
                        .param("id", id.value())
                        .param("tags", tags)
                        .params(rights(rights))
                        .update()
                == 1;
    }

    boolean caption(UnitId unit, MediaId id, String captions) {
        return jdbc.sql(
                                """
                                UPDATE media SET captions = :captions
                                 WHERE unit_id = :unit AND id = :id AND type = 'video/mp4'
                                """)
                        .param("unit", unit.value())
                        .param("id", id.value())
                        .param("captions", captions)
                        .update()
                == 1;
    }

    private static Map<String, @Nullable Object> rights(Rights rights) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("holder", rights.holder());
        columns.put("licence", rights.licence());
        columns.put("note", rights.note());
        columns.put("expires", rights.expiresOn());
        return columns;
    }

    boolean describe(UnitId unit, MediaId id, String alt) {
        return jdbc.sql("UPDATE media SET default_alt = :alt WHERE unit_id = :unit AND id = :id")
                        .param("unit", unit.value())
                        .param("id", id.value())
                        .param("alt", alt)
                        .update()
                == 1;
    }

    /// From now on the picture is the original of an edited one, and nothing else.
    void keepApart(UnitId unit, MediaId id, Instant at) {
        jdbc.sql(
                        """
                        UPDATE media SET kept_apart_at = :at
                         WHERE unit_id = :unit AND id = :id AND kept_apart_at IS NULL
                        """)
                .param("unit", unit.value())
                .param("id", id.value())
                .param("at", at(at))
                .update();
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
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("kept_apart_at") != null,
                row.getString("tags"),
                new Rights(
                        row.getString("holder"),
                        row.getString("licence"),
                        row.getString("note"),
                        row.getObject("expires_on", LocalDate.class)),
                row.getInt("millis"),
                row.getString("captions"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
