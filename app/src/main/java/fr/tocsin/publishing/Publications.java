package fr.tocsin.publishing;

import static fr.tocsin.publishing.Columns.at;
import static fr.tocsin.publishing.Columns.instant;
import static fr.tocsin.publishing.Columns.instantOrNull;
import static fr.tocsin.publishing.Columns.uuid;
import static fr.tocsin.publishing.Columns.word;

import fr.tocsin.delivering.AccountId;
import fr.tocsin.delivering.Kind;
import fr.tocsin.delivering.Post;
import fr.tocsin.media.MediaId;
import fr.tocsin.units.MemberId;
import fr.tocsin.units.Officer;
import fr.tocsin.units.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The working copies.
@Component
class Publications {

    private final JdbcClient jdbc;
    private final Corrections corrections;

    Publications(JdbcClient jdbc, Corrections corrections) {
        this.jdbc = jdbc;
        this.corrections = corrections;
    }

    void add(PublicationId id, Officer author, Draft draft, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO publication (id, unit_id, kind, title, text, link, language, warning, visibility,
                                                 under_seal, planned_local, planned_turn, state, version, demo,
                                                 created_at, updated_at, updated_by_name)
                        VALUES (:id, :unit, :kind, :title, :text, :link, :language, :warning, :visibility,
                                :underSeal, :plannedLocal, :plannedTurn, 'draft', 1, :demo, :now, :now, :name)
                        """)
                .param("id", id.value())
                .param("unit", author.unitId().value())
                .params(fields(draft))
                .param("demo", author.unit().demo())
                .param("now", at(now))
                .param("name", author.name())
                .update();
        addAuthor(id, author);
        writeChildren(id, draft);
    }

    Optional<Publication> find(UnitId unit, PublicationId id) {
        return find(unit, id, "");
    }

    /// The same, holding off every other change until this transaction ends.
    Optional<Publication> lock(UnitId unit, PublicationId id) {
        return find(unit, id, "FOR UPDATE");
    }

    /// Replaces the content of an open publication, which makes it a draft again; one that is being
    /// corrected keeps its state.
    ///
    /// @return whether the version was still the one given; nothing is changed otherwise
    boolean save(PublicationId id, Officer author, int version, Draft draft, Instant now) {
        var saved =
                jdbc.sql(
                                """
                                UPDATE publication
                                   SET kind = :kind, title = :title, text = :text, link = :link, language = :language,
                                       warning = :warning, visibility = :visibility, under_seal = :underSeal,
                                       planned_local = :plannedLocal, planned_turn = :plannedTurn,
                                       state = CASE WHEN state IN ('submitted', 'late') THEN 'draft' ELSE state END,
                                       version = version + 1, updated_at = :now, updated_by_name = :name
                                 WHERE unit_id = :unit AND id = :id AND version = :version
                                   AND (state IN ('draft', 'submitted', 'late')
                                        OR EXISTS (SELECT FROM publication_correction c
                                                    WHERE c.publication_id = publication.id))
                                """)
                        .param("unit", author.unitId().value())
                        .param("id", id.value())
                        .param("version", version)
                        .params(fields(draft))
                        .param("now", at(now))
                        .param("name", author.name())
                        .update();
        if (saved == 0) {
            return false;
        }
        addAuthor(id, author);
        clearChildren(id);
        writeChildren(id, draft);
        return true;
    }

    /// Notes that somebody changed an open publication elsewhere than in its editor: it, or its
    /// correction, is a draft, and they are one of its authors.
    void touch(PublicationId id, Officer author, Instant now) {
        jdbc.sql(
                        """
                        UPDATE publication
                           SET state = CASE WHEN state IN ('submitted', 'late') THEN 'draft' ELSE state END,
                               version = version + 1, updated_at = :now, updated_by_name = :name
                         WHERE unit_id = :unit AND id = :id
                           AND (state IN ('draft', 'submitted', 'late')
                                OR EXISTS (SELECT FROM publication_correction c
                                            WHERE c.publication_id = publication.id))
                        """)
                .param("unit", author.unitId().value())
                .param("id", id.value())
                .param("now", at(now))
                .param("name", author.name())
                .update();
        corrections.move(author.unitId(), id, Correction.Stage.DRAFT);
        addAuthor(id, author);
    }

    /// Puts a former content back, which makes nobody its author.
    void restore(PublicationId id, Officer officer, Draft draft, Instant now) {
        jdbc.sql(
                        """
                        UPDATE publication
                           SET kind = :kind, title = :title, text = :text, link = :link, language = :language,
                               warning = :warning, visibility = :visibility, under_seal = :underSeal,
                               planned_local = :plannedLocal, planned_turn = :plannedTurn, version = version + 1,
                               updated_at = :now, updated_by_name = :name
                         WHERE unit_id = :unit AND id = :id
                        """)
                .param("unit", officer.unitId().value())
                .param("id", id.value())
                .params(fields(draft))
                .param("now", at(now))
                .param("name", officer.name())
                .update();
        clearChildren(id);
        writeChildren(id, draft);
    }

    /// Moves on from exactly one of the given states.
    ///
    /// @return whether it stood there; nothing is changed otherwise
    boolean move(
            UnitId unit,
            PublicationId id,
            List<State> from,
            State to,
            @Nullable Instant dueAt,
            Instant now) {
        return jdbc.sql(
                                """
                                UPDATE publication SET state = :to, due_at = :due, updated_at = :now
                                 WHERE unit_id = :unit AND id = :id AND state IN (:from)
                                """)
                        .param("unit", unit.value())
                        .param("id", id.value())
                        .param("from", from.stream().map(Columns::word).toList())
                        .param("to", word(to))
                        .param("due", at(dueAt))
                        .param("now", at(now))
                        .update()
                == 1;
    }

    /// Notes the time that was decided after submission; the content stays as approved.
    void plan(UnitId unit, PublicationId id, Planning planning) {
        jdbc.sql(
                        """
                        UPDATE publication SET planned_local = :local, planned_turn = :turn, version = version + 1
                         WHERE unit_id = :unit AND id = :id
                        """)
                .param("unit", unit.value())
                .param("id", id.value())
                .param("local", planning.local())
                .param("turn", word(planning.turn()))
                .update();
    }

    /// The accounts chosen last for this kind; empty when the unit has written none yet.
    List<AccountId> lastChoice(UnitId unit, Kind kind) {
        return jdbc.sql(
                        """
                        SELECT account_id FROM publication_account
                         WHERE publication_id = (SELECT id FROM publication
                                                  WHERE unit_id = :unit AND kind = :kind AND state <> 'draft'
                                                  ORDER BY updated_at DESC LIMIT 1)
                        """)
                .param("unit", unit.value())
                .param("kind", word(kind))
                .query((row, n) -> new AccountId(uuid(row, "account_id")))
                .list();
    }

    /// Everything of every unit that was to have left by now and is not known to have arrived.
    List<Due> due(Instant now) {
        return jdbc.sql(
                        "SELECT unit_id, id FROM publication WHERE state = 'approved' AND due_at <= :now")
                .param("now", at(now))
                .query((row, n) ->
                        new Due(
                                new UnitId(uuid(row, "unit_id")),
                                new PublicationId(uuid(row, "id"))))
                .list();
    }

    record Due(UnitId unit, PublicationId publication) {}

    private Optional<Publication> find(UnitId unit, PublicationId id, String lock) {
        return jdbc.sql(
                        """
                        SELECT id, unit_id, kind, title, text, link, language, warning, visibility, under_seal,
                               planned_local, planned_turn, state, due_at, version, demo, created_at, updated_at,
                               updated_by_name
                          FROM publication WHERE unit_id = :unit AND id = :id
                        """
                                + lock)
                .param("unit", unit.value())
                .param("id", id.value())
                .query((row, n) -> publication(row))
                .optional();
    }

    private Publication publication(ResultSet row) throws SQLException {
        var id = new PublicationId(uuid(row, "id"));
        var turn = row.getString("planned_turn");
        var draft =
                new Draft(
                        word(Kind.class, row.getString("kind")),
                        row.getString("title"),
                        row.getString("text"),
                        row.getString("link"),
                        row.getString("language"),
                        row.getString("warning"),
                        word(Post.Visibility.class, row.getString("visibility")),
                        row.getBoolean("under_seal"),
                        new Planning(
                                row.getObject("planned_local", LocalDateTime.class),
                                turn == null ? null : word(Planning.Turn.class, turn)),
                        accounts(id),
                        variants(id),
                        images(id));
        return new Publication(
                id,
                new UnitId(uuid(row, "unit_id")),
                draft,
                word(State.class, row.getString("state")),
                instantOrNull(row, "due_at"),
                row.getInt("version"),
                row.getBoolean("demo"),
                instant(row, "created_at"),
                instant(row, "updated_at"),
                row.getString("updated_by_name"),
                authors(id),
                corrections.of(new UnitId(uuid(row, "unit_id")), id).orElse(null));
    }

    private List<AccountId> accounts(PublicationId id) {
        return jdbc.sql("SELECT account_id FROM publication_account WHERE publication_id = :id")
                .param("id", id.value())
                .query((row, n) -> new AccountId(uuid(row, "account_id")))
                .list();
    }

    private Map<String, String> variants(PublicationId id) {
        var variants = new LinkedHashMap<String, String>();
        jdbc.sql("SELECT network, text FROM publication_variant WHERE publication_id = :id")
                .param("id", id.value())
                .query(row -> {
                    variants.put(row.getString("network"), row.getString("text"));
                });
        return variants;
    }

    private List<Post.Image> images(PublicationId id) {
        return jdbc.sql(
                        """
                        SELECT media_id, alt FROM publication_image WHERE publication_id = :id ORDER BY position
                        """)
                .param("id", id.value())
                .query((row, n) ->
                        new Post.Image(new MediaId(uuid(row, "media_id")), row.getString("alt")))
                .list();
    }

    private Map<MemberId, String> authors(PublicationId id) {
        var authors = new LinkedHashMap<MemberId, String>();
        jdbc.sql(
                        """
                        SELECT member_id, name FROM publication_author WHERE publication_id = :id ORDER BY name
                        """)
                .param("id", id.value())
                .query(row -> {
                    authors.put(new MemberId(uuid(row, "member_id")), row.getString("name"));
                });
        return authors;
    }

    private void addAuthor(PublicationId id, Officer author) {
        jdbc.sql(
                        """
                        INSERT INTO publication_author (publication_id, member_id, name) VALUES (:id, :member, :name)
                        ON CONFLICT DO NOTHING
                        """)
                .param("id", id.value())
                .param("member", author.member().value())
                .param("name", author.name())
                .update();
    }

    private void clearChildren(PublicationId id) {
        for (var table :
                List.of("publication_variant", "publication_account", "publication_image")) {
            jdbc.sql("DELETE FROM " + table + " WHERE publication_id = :id")
                    .param("id", id.value())
                    .update();
        }
    }

    private void writeChildren(PublicationId id, Draft draft) {
        draft.variants()
                .forEach((network, text) ->
                        jdbc.sql(
                                        """
                                        INSERT INTO publication_variant (publication_id, network, text)
                                        VALUES (:id, :network, :text)
                                        """)
                                .param("id", id.value())
                                .param("network", network)
                                .param("text", text)
                                .update());
        jdbc.sql(
                        """
                        INSERT INTO publication_account (publication_id, account_id) SELECT :id, unnest(:accounts)
                        """)
                .param("id", id.value())
                .param(
                        "accounts",
                        draft.accounts().stream().map(AccountId::value).toArray(UUID[]::new))
                .update();
        IntStream.range(0, draft.images().size())
                .forEach(position ->
                        jdbc.sql(
                                        """
                                        INSERT INTO publication_image (publication_id, position, media_id, alt)
                                        VALUES (:id, :position, :media, :alt)
                                        """)
                                .param("id", id.value())
                                .param("position", position)
                                .param("media", draft.images().get(position).media().value())
                                .param("alt", draft.images().get(position).alt())
                                .update());
    }

    private static Map<String, @Nullable Object> fields(Draft draft) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("kind", word(draft.kind()));
        fields.put("title", draft.title());
        fields.put("text", draft.text());
        fields.put("link", draft.link());
        fields.put("language", draft.language());
        fields.put("warning", draft.warning());
        fields.put("visibility", word(draft.visibility()));
        fields.put("underSeal", draft.underSeal());
        fields.put("plannedLocal", draft.planning().local());
        fields.put("plannedTurn", word(draft.planning().turn()));
        return fields;
    }
}
