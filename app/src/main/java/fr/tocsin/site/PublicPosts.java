package fr.tocsin.site;

import fr.tocsin.delivering.Kind;
import fr.tocsin.media.MediaId;
import fr.tocsin.units.UnitId;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rows behind the public pages.
@Repository
class PublicPosts {

    private static final String COLUMNS =
            """
            publication_id, unit_id, kind, language, title, warning, body, link, path, published_at, updated_at
            """;

    private final JdbcClient jdbc;

    PublicPosts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Writes the page unless it is there already; a repeat with the same content changes nothing,
    /// and a page that was taken down does not come back.
    void put(PublicPost post, String contentHash) {
        jdbc.sql(
                        """
                        INSERT INTO site_post (publication_id, unit_id, kind, language, title, warning, body, link, path,
                                               content_hash, published_at, updated_at, search)
                        VALUES (:publication, :unit, :kind, :language, :title, :warning, :body, :link, :path,
                                :hash, :published, :updated,
                                setweight(to_tsvector('french', :foldedTitle), 'A')
                                    || setweight(to_tsvector('simple', :foldedTitle), 'A')
                                    || to_tsvector('french', :foldedBody) || to_tsvector('simple', :foldedBody))
                        ON CONFLICT (publication_id) DO UPDATE
                           SET kind = excluded.kind, language = excluded.language, title = excluded.title,
                               warning = excluded.warning, body = excluded.body, link = excluded.link,
                               content_hash = excluded.content_hash, updated_at = excluded.updated_at,
                               search = excluded.search
                         WHERE site_post.unit_id = excluded.unit_id
                           AND site_post.removed_at IS NULL
                           AND site_post.content_hash <> excluded.content_hash
                        """)
                .param("publication", post.publication())
                .param("unit", post.unit().value())
                .param("kind", post.kind().name())
                .param("language", post.language())
                .param("title", post.title())
                .param("warning", post.warning())
                .param("body", post.body())
                .param("link", post.link() == null ? null : post.link().toString())
                .param("path", post.path())
                .param("hash", contentHash)
                .param("published", at(post.publishedAt()))
                .param("updated", at(post.updatedAt()))
                .param("foldedTitle", Folding.fold(post.title()))
                .param("foldedBody", Folding.fold(post.body()))
                .update();
        jdbc.sql("DELETE FROM site_picture WHERE publication_id = :publication")
                .param("publication", post.publication())
                .update();
        for (int i = 0; i < post.pictures().size(); i++) {
            var picture = post.pictures().get(i);
            jdbc.sql(
                            """
                            INSERT INTO site_picture (publication_id, position, media_id, alt)
                            VALUES (:publication, :position, :media, :alt)
                            """)
                    .param("publication", post.publication())
                    .param("position", i)
                    .param("media", picture.media().value())
                    .param("alt", picture.alt())
                    .update();
        }
    }

    /// Takes the page down; its address stays and answers that the page is gone.
    boolean remove(UnitId unit, UUID publication, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE site_post SET removed_at = :now, updated_at = :now
                                 WHERE publication_id = :publication AND unit_id = :unit AND removed_at IS NULL
                                """)
                        .param("publication", publication)
                        .param("unit", unit.value())
                        .param("now", at(now))
                        .update()
                == 1;
    }

    void date(UnitId unit, UUID publication, Instant publishedAt) {
        jdbc.sql(
                        """
                        UPDATE site_post SET published_at = :published, updated_at = :published
                         WHERE publication_id = :publication AND unit_id = :unit
                        """)
                .param("published", at(publishedAt))
                .param("publication", publication)
                .param("unit", unit.value())
                .update();
    }

    boolean says(UnitId unit, UUID publication, String contentHash) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM site_post
                                        WHERE publication_id = :publication AND unit_id = :unit
                                          AND removed_at IS NULL AND content_hash = :hash)
                        """)
                .param("publication", publication)
                .param("unit", unit.value())
                .param("hash", contentHash)
                .query(Boolean.class)
                .single();
    }

    /// The address of the page, whether it is public or was removed.
    Optional<String> path(UUID publication) {
        return jdbc.sql("SELECT path FROM site_post WHERE publication_id = :publication")
                .param("publication", publication)
                .query(String.class)
                .optional();
    }

    boolean taken(String path) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM site_post WHERE path = :path)")
                .param("path", path)
                .query(Boolean.class)
                .single();
    }

    Optional<PublicPost> find(UnitId unit, UUID publication) {
        var found =
                jdbc.sql(
                                "SELECT "
                                        + COLUMNS
                                        + """
                                          FROM site_post
                                         WHERE publication_id = :publication AND unit_id = :unit AND removed_at IS NULL
                                        """)
                        .param("publication", publication)
                        .param("unit", unit.value())
                        .query(PublicPosts::post)
                        .list();
        return withPictures(found).stream().findFirst();
    }

    Optional<PublicPost> at(String path) {
        var found =
                jdbc.sql(
                                "SELECT "
                                        + COLUMNS
                                        + "FROM site_post WHERE path = :path AND removed_at IS NULL")
                        .param("path", path)
                        .query(PublicPosts::post)
                        .list();
        return withPictures(found).stream().findFirst();
    }

    /// Newest first; everything of every unit when `unit` is null.
    Page<PublicPost> latest(@Nullable UnitId unit, @Nullable Kind kind, int number, int size) {
        var where =
                """
                 FROM site_post
                WHERE removed_at IS NULL
                  AND (CAST(:unit AS uuid) IS NULL OR unit_id = :unit)
                  AND (CAST(:kind AS text) IS NULL OR kind = :kind)
                """;
        return page(
                where,
                "ORDER BY published_at DESC, publication_id",
                parameters(unit, kind),
                number,
                size);
    }

    /// Full text in French with a simple fallback, accents and capitals forgiven, the last word
    /// matched by its beginning.
    Page<PublicPost> search(@Nullable UnitId unit, String words, int number, int size) {
        var terms = Folding.fold(words).replaceAll("[^a-z0-9]+", " ").strip();
        if (terms.isEmpty()) {
            return new Page<>(List.of(), 1, size, 0);
        }
        var parameters = parameters(unit, null);
        parameters.put("french", terms);
        parameters.put("prefix", String.join(" & ", terms.split(" ")) + ":*");
        var where =
                """
                 FROM site_post,
                      LATERAL (SELECT plainto_tsquery('french', :french) || to_tsquery('simple', :prefix) AS query) q
                WHERE removed_at IS NULL
                  AND (CAST(:unit AS uuid) IS NULL OR unit_id = :unit)
                  AND search @@ q.query
                """;
        return page(
                where,
                "ORDER BY ts_rank(search, q.query) DESC, published_at DESC, publication_id",
                parameters,
                number,
                size);
    }

    /// Addresses and times of change, for the sitemap.
    List<Site.Change> changes(int most) {
        return jdbc.sql(
                        """
                        SELECT path, updated_at FROM site_post
                         WHERE removed_at IS NULL ORDER BY published_at DESC LIMIT :most
                        """)
                .param("most", most)
                .query((row, n) ->
                        new Site.Change(
                                row.getString("path"),
                                row.getObject("updated_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /// Pages that were taken down, the latest first.
    List<Site.Removal> removed(
            @Nullable UnitId unit, @Nullable Kind kind, Instant since, int most) {
        return jdbc.sql(
                        """
                        SELECT publication_id, removed_at FROM site_post
                         WHERE removed_at > :since
                           AND (CAST(:unit AS uuid) IS NULL OR unit_id = :unit)
                           AND (CAST(:kind AS text) IS NULL OR kind = :kind)
                         ORDER BY removed_at DESC LIMIT :most
                        """)
                .params(parameters(unit, kind))
                .param("since", at(since))
                .param("most", most)
                .query((row, n) ->
                        new Site.Removal(
                                row.getObject("publication_id", UUID.class),
                                row.getObject("removed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    boolean isPublic(UnitId unit, MediaId media) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM site_picture JOIN site_post USING (publication_id)
                                        WHERE media_id = :media AND unit_id = :unit AND removed_at IS NULL)
                        """)
                .param("unit", unit.value())
                .param("media", media.value())
                .query(Boolean.class)
                .single();
    }

    /// How many public pages a unit has of each kind.
    Map<Kind, Long> counts(UnitId unit) {
        var counts = new HashMap<Kind, Long>();
        jdbc.sql(
                        """
                        SELECT kind, count(*) AS pages FROM site_post
                         WHERE unit_id = :unit AND removed_at IS NULL GROUP BY kind
                        """)
                .param("unit", unit.value())
                .query(row -> {
                    counts.put(Kind.valueOf(row.getString("kind")), row.getLong("pages"));
                });
        return counts;
    }

    private Page<PublicPost> page(
            String where, String order, Map<String, Object> parameters, int number, int size) {
        long total =
                jdbc.sql("SELECT count(*) " + where).params(parameters).query(Long.class).single();
        var found =
                jdbc.sql("SELECT " + COLUMNS + where + order + " LIMIT :size OFFSET :skip")
                        .params(parameters)
                        .param("size", size)
                        .param("skip", (number - 1) * size)
                        .query(PublicPosts::post)
                        .list();
        return new Page<>(withPictures(found), number, size, total);
    }

    private static Map<String, Object> parameters(@Nullable UnitId unit, @Nullable Kind kind) {
        var parameters = new HashMap<String, Object>();
        parameters.put("unit", unit == null ? null : unit.value());
        parameters.put("kind", kind == null ? null : kind.name());
        return parameters;
    }

    private List<PublicPost> withPictures(List<PublicPost> posts) {
        if (posts.isEmpty()) {
            return posts;
        }
        var pictures = new HashMap<UUID, List<PublicPost.Picture>>();
        jdbc.sql(
                        """
                        SELECT publication_id, media_id, alt FROM site_picture
                         WHERE publication_id IN (:publications) ORDER BY publication_id, position
                        """)
                .param("publications", posts.stream().map(PublicPost::publication).toList())
                .query(row -> {
                    pictures.computeIfAbsent(
                                    row.getObject("publication_id", UUID.class),
                                    id -> new ArrayList<>())
                            .add(
                                    new PublicPost.Picture(
                                            new MediaId(row.getObject("media_id", UUID.class)),
                                            row.getString("alt")));
                });
        return posts.stream()
                .map(post -> with(post, pictures.getOrDefault(post.publication(), List.of())))
                .toList();
    }

    private static PublicPost with(PublicPost post, List<PublicPost.Picture> pictures) {
        return new PublicPost(
                post.publication(),
                post.unit(),
                post.kind(),
                post.language(),
                post.title(),
                post.warning(),
                post.body(),
                post.link(),
                pictures,
                post.path(),
                post.publishedAt(),
                post.updatedAt());
    }

    private static PublicPost post(ResultSet row, int number) throws SQLException {
        var link = row.getString("link");
        return new PublicPost(
                row.getObject("publication_id", UUID.class),
                new UnitId(row.getObject("unit_id", UUID.class)),
                Kind.valueOf(row.getString("kind")),
                row.getString("language"),
                row.getString("title"),
                row.getString("warning"),
                row.getString("body"),
                link == null ? null : URI.create(link),
                List.of(),
                row.getString("path"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
