package fr.tocsin.publishing;

import static fr.tocsin.publishing.Columns.at;
import static fr.tocsin.publishing.Columns.instant;
import static fr.tocsin.publishing.Columns.word;

import fr.tocsin.audit.Audit;
import fr.tocsin.audit.Deed;
import fr.tocsin.units.Member;
import fr.tocsin.units.Officer;
import fr.tocsin.units.UnitId;
import java.sql.Types;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who did what to a publication, and when. Only ever added to; the database refuses the rest.
@Component
class Timeline {

    /// Kept on the timeline alone: writing is not deciding.
    private static final Set<Act> OFF_THE_RECORD =
            EnumSet.of(Act.CREATED, Act.CHANGED, Act.REOPENED, Act.CORRECTION_BEGUN);

    private final JdbcClient jdbc;
    private final Audit audit;

    Timeline(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    void add(PublicationId publication, Officer officer, Act act, String detail, Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO timeline (unit_id, publication_id, act, detail, member_id, name, at, demo)
                        VALUES (:unit, :publication, :act, :detail, :member, :name, :at, :demo)
                        """)
                .param("unit", officer.unitId().value())
                .param("publication", publication.value())
                .param("act", word(act))
                .param("detail", detail)
                .param("member", officer.member().value())
                .param("name", officer.name())
                .param("at", at(now))
                .param("demo", officer.unit().demo())
                .update();
        if (!OFF_THE_RECORD.contains(act)) {
            var word = "publication-" + act.name().toLowerCase(Locale.ROOT).replace('_', '-');
            audit.record(Deed.of(officer, word).to(publication.value()));
        }
    }

    /// Successive changes by one member are one line: autosave would bury everything else.
    void addChange(PublicationId publication, Officer officer, Instant now) {
        var last =
                jdbc.sql(
                                """
                                SELECT member_id FROM timeline
                                 WHERE id = (SELECT max(id) FROM timeline WHERE publication_id = :publication)
                                   AND act IN ('created', 'changed', 'reopened')
                                """)
                        .param("publication", publication.value())
                        .query(UUID.class)
                        .optional();
        if (!last.equals(Optional.of(officer.member().value()))) {
            add(publication, officer, Act.CHANGED, "", now);
        }
    }

    /// Something that no member did.
    void add(UnitId unit, PublicationId publication, Act act, String detail, Instant now) {
        add(unit, publication, null, act, detail, now);
    }

    /// Something that a member did elsewhere at the desk.
    void add(
            UnitId unit,
            PublicationId publication,
            @Nullable Member member,
            Act act,
            String detail,
            Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO timeline (unit_id, publication_id, act, detail, member_id, name, at, demo)
                        SELECT unit_id, id, :act, :detail, :member, :name, :at, demo FROM publication
                         WHERE unit_id = :unit AND id = :publication
                        """)
                .param("member", member == null ? null : member.id().value(), Types.OTHER)
                .param("name", member == null ? null : member.name(), Types.VARCHAR)
                .param("unit", unit.value())
                .param("publication", publication.value())
                .param("act", word(act))
                .param("detail", detail)
                .param("at", at(now))
                .update();
    }

    /// Whether this has a line since the deliveries in force were ordered.
    boolean tells(PublicationId publication, Act act, String detail) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (
                            SELECT FROM timeline
                             WHERE publication_id = :publication AND act = :act AND detail = :detail
                               AND id > (SELECT coalesce(max(id), 0) FROM timeline
                                          WHERE publication_id = :publication
                                            AND act IN ('approved', 'rescheduled', 'emergency')))
                        """)
                .param("publication", publication.value())
                .param("act", word(act))
                .param("detail", detail)
                .query(Boolean.class)
                .single();
    }

    /// Oldest first.
    List<Entry> of(UnitId unit, PublicationId publication) {
        return jdbc.sql(
                        """
                        SELECT act, detail, name, at FROM timeline
                         WHERE unit_id = :unit AND publication_id = :publication ORDER BY id
                        """)
                .param("unit", unit.value())
                .param("publication", publication.value())
                .query((row, n) ->
                        new Entry(
                                word(Act.class, row.getString("act")),
                                row.getString("detail"),
                                row.getString("name"),
                                instant(row, "at")))
                .list();
    }
}
