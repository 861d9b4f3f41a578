package fr.tocsin.takedown;

import static fr.tocsin.takedown.Columns.at;
import static fr.tocsin.takedown.Columns.instant;
import static fr.tocsin.takedown.Columns.instantOrNull;
import static fr.tocsin.takedown.Columns.uuid;
import static fr.tocsin.takedown.Columns.word;

import fr.tocsin.publishing.PublicationId;
import fr.tocsin.units.MemberId;
import fr.tocsin.units.Officer;
import fr.tocsin.units.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The orders to take something down, and what happened to them.
@Repository
class Campaigns {

    private static final String SELECT =
            """
            SELECT id, unit_id, publication_id, title, kind, revision, revision_hash, cause, remark, ordered_by,
                   ordered_by_name, ordered_at, by_author, reviewed_by_name, reviewed_at, stopped, restored_as,
                   settled_at, changed_at
              FROM takedown
            """;

    private final JdbcClient jdbc;

    Campaigns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Takedown takedown) {
        jdbc.sql(
                        """
                        INSERT INTO takedown (id, unit_id, publication_id, title, kind, revision, revision_hash, cause,
                                              remark, ordered_by, ordered_by_name, ordered_at, by_author, changed_at,
                                              next_at)
                        VALUES (:id, :unit, :publication, :title, :kind, :revision, :hash, :cause, :remark, :by,
                                :name, :now, :byAuthor, :now, :now)
                        """)
                .param("id", takedown.id().value())
                .param("unit", takedown.unit().value())
                .param("publication", takedown.publication().value())
                .param("title", takedown.title())
                .param("kind", takedown.kind())
                .param("revision", takedown.revision())
                .param("hash", takedown.revisionHash())
                .param("cause", word(takedown.cause()))
                .param("remark", takedown.remark())
                .param("by", takedown.order().by().value())
                .param("name", takedown.order().name())
                .param("byAuthor", takedown.order().byAuthor())
                .param("now", at(takedown.order().at()))
                .update();
    }

    Optional<Takedown> find(UnitId unit, TakedownId id) {
        return jdbc.sql(SELECT + " WHERE unit_id = :unit AND id = :id")
                .param("unit", unit.value())
                .param("id", id.value())
                .query(Campaigns::takedown)
                .optional();
    }

    Optional<Takedown> of(UnitId unit, UUID publication) {
        return jdbc.sql(SELECT + " WHERE unit_id = :unit AND publication_id = :publication")
                .param("unit", unit.value())
                .param("publication", publication)
                .query(Campaigns::takedown)
                .optional();
    }

    /// The latest first.
    List<Takedown> of(UnitId unit, int most) {
        return jdbc.sql(
                        SELECT
                                + " WHERE unit_id = :unit ORDER BY settled_at IS NOT NULL, ordered_at DESC"
                                + " LIMIT :most")
                .param("unit", unit.value())
                .param("most", most)
                .query(Campaigns::takedown)
                .list();
    }

    /// Holds off everyone else until the transaction ends.
    Optional<Takedown> lock(TakedownId id) {
        return jdbc.sql(SELECT + " WHERE id = :id FOR UPDATE")
                .param("id", id.value())
                .query(Campaigns::takedown)
                .optional();
    }

    List<TakedownId> due(Instant now, int most) {
        return jdbc.sql(
                        "SELECT id FROM takedown WHERE next_at <= :now ORDER BY next_at LIMIT :most")
                .param("now", at(now))
                .param("most", most)
                .query((row, number) -> new TakedownId(uuid(row, "id")))
                .list();
    }

    void stopped(TakedownId id, int more) {
        jdbc.sql("UPDATE takedown SET stopped = stopped + :more WHERE id = :id")
                .param("more", more)
                .param("id", id.value())
                .update();
    }

    void plan(TakedownId id, @Nullable Instant settledAt, @Nullable Instant nextAt) {
        jdbc.sql("UPDATE takedown SET settled_at = :settled, next_at = :next WHERE id = :id")
                .param("settled", at(settledAt))
                .param("next", at(nextAt))
                .param("id", id.value())
                .update();
    }

    /// @return false when there was nothing to review, or when it was their own
    boolean review(TakedownId id, Officer reviewer, Instant now) {
        return jdbc.sql(
                                """
                                UPDATE takedown
                                   SET reviewed_by = :by, reviewed_by_name = :name, reviewed_at = :now
                                 WHERE unit_id = :unit AND id = :id AND by_author AND reviewed_at IS NULL
                                   AND ordered_by <> :by
                                """)
                        .param("by", reviewer.member().value())
                        .param("name", reviewer.name())
                        .param("now", at(now))
                        .param("unit", reviewer.unitId().value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    void restored(TakedownId id, PublicationId as) {
        jdbc.sql("UPDATE takedown SET restored_as = :as WHERE id = :id")
                .param("as", as.value())
                .param("id", id.value())
                .update();
    }

    void note(TakedownId id, Entry.Word word, String detail, @Nullable String name, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO takedown_entry (takedown_id, at, word, detail, name)
                        VALUES (:id, :now, :word, :detail, :name)
                        """)
                .param("id", id.value())
                .param("now", at(now))
                .param("word", word(word))
                .param("detail", detail)
                .param("name", name)
                .update();
        jdbc.sql("UPDATE takedown SET changed_at = :now WHERE id = :id")
                .param("now", at(now))
                .param("id", id.value())
                .update();
    }

    /// The oldest first.
    List<Entry> entries(TakedownId id) {
        return jdbc.sql(
                        """
                        SELECT at, word, detail, name FROM takedown_entry WHERE takedown_id = :id ORDER BY id
                        """)
                .param("id", id.value())
                .query((row, number) ->
                        new Entry(
                                instant(row, "at"),
                                word(Entry.Word.class, row.getString("word")),
                                row.getString("detail"),
                                row.getString("name")))
                .list();
    }

    private static Takedown takedown(ResultSet row, int number) throws SQLException {
        return new Takedown(
                new TakedownId(uuid(row, "id")),
                new UnitId(uuid(row, "unit_id")),
                new PublicationId(uuid(row, "publication_id")),
                row.getString("title"),
                row.getString("kind"),
                row.getString("revision"),
                row.getString("revision_hash"),
                word(Cause.class, row.getString("cause")),
                row.getString("remark"),
                new Takedown.Order(
                        new MemberId(uuid(row, "ordered_by")),
                        row.getString("ordered_by_name"),
                        instant(row, "ordered_at"),
                        row.getBoolean("by_author")),
                new Takedown.Review(
                        row.getString("reviewed_by_name"), instantOrNull(row, "reviewed_at")),
                row.getInt("stopped"),
                Optional.ofNullable(row.getObject("restored_as", UUID.class))
                        .map(PublicationId::new),
                instantOrNull(row, "settled_at"),
                instant(row, "changed_at"));
    }
}
