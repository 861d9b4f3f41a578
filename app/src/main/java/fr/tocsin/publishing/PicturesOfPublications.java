package fr.tocsin.publishing;

import fr.tocsin.media.MediaId;
import fr.tocsin.media.PictureReplaced;
import fr.tocsin.media.PictureUse;
import fr.tocsin.units.UnitId;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps the pictures of drafts and publications in the library, and changes them when they are
/// edited there.
@Component
class PicturesOfPublications implements PictureUse {

    /// Shown to the public while the working copy, which is being corrected, may have dropped it.
    private static final String STILL_PUBLIC =
            """
            EXISTS (SELECT FROM publication_correction c
                      JOIN revision r ON r.publication_id = c.publication_id AND r.number = c.of_number
                     WHERE r.content -> 'pictures' @>
                           jsonb_build_array(jsonb_build_object('media', jsonb_build_object('value', :id::text))))
            """;

    private final JdbcClient jdbc;
    private final Publications publications;
    private final Timeline timeline;

    PicturesOfPublications(JdbcClient jdbc, Publications publications, Timeline timeline) {
        this.jdbc = jdbc;
        this.publications = publications;
        this.timeline = timeline;
    }

    @Override
    public boolean uses(MediaId picture) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM publication_image WHERE media_id = :id) OR "
                                + STILL_PUBLIC)
                .param("id", picture.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean released(MediaId picture) {
        return jdbc.sql(
                        """
                        SELECT EXISTS (SELECT FROM publication_image
                                         JOIN publication ON publication.id = publication_id
                                        WHERE media_id = :id AND state IN ('approved', 'published', 'troubled'))
                            OR
                        """
                                + STILL_PUBLIC)
                .param("id", picture.value())
                .query(Boolean.class)
                .single();
    }

    @Override
    public List<Place> places(UnitId unit, MediaId picture) {
        return jdbc.sql(
                        """
                        SELECT id, title, text FROM publication
                         WHERE unit_id = :unit
                           AND id IN (SELECT publication_id FROM publication_image WHERE media_id = :id)
                         ORDER BY updated_at DESC LIMIT 100
                        """)
                .param("unit", unit.value())
                .param("id", picture.value())
                .query((row, n) ->
                        new Place(
                                Listed.heading(row.getString("title"), row.getString("text")),
                                "/publications/" + row.getString("id")))
                .list();
    }

    /// Open publications and corrections change over to the edited picture. What waited for
    /// approval is a draft again: nobody has read it with this picture.
    @EventListener
    void replaced(PictureReplaced event) {
        var changed =
                jdbc.sql(
                                """
                                SELECT p.id, coalesce(c.stage, p.state) AS stage
                                  FROM publication p LEFT JOIN publication_correction c ON c.publication_id = p.id
                                 WHERE p.unit_id = :unit
                                   AND (p.state IN ('draft', 'submitted', 'late') OR c.stage IS NOT NULL)
                                   AND p.id IN (SELECT publication_id FROM publication_image WHERE media_id = :old)
                                 ORDER BY p.id FOR UPDATE OF p
                                """)
                        .param("unit", event.by().unitId().value())
                        .param("old", event.old().value())
                        .query((row, n) ->
                                new Open(
                                        new PublicationId(row.getObject("id", UUID.class)),
                                        row.getString("stage").equals("draft")))
                        .list();
        for (var publication : changed) {
            change(publication, event);
        }
    }

    private record Open(PublicationId id, boolean draft) {}

    private void change(Open publication, PictureReplaced event) {
        jdbc.sql(
                        """
                        DELETE FROM publication_image old
                         WHERE publication_id = :id AND media_id = :old
                           AND EXISTS (SELECT FROM publication_image
                                        WHERE publication_id = old.publication_id AND media_id = :edited)
                        """)
                .param("id", publication.id().value())
                .param("old", event.old().value())
                .param("edited", event.edited().value())
                .update();
        jdbc.sql(
                        """
                        UPDATE publication_image SET media_id = :edited
                         WHERE publication_id = :id AND media_id = :old
                        """)
                .param("id", publication.id().value())
                .param("old", event.old().value())
                .param("edited", event.edited().value())
                .update();
        publications.touch(publication.id(), event.by(), event.at());
        if (publication.draft()) {
            timeline.addChange(publication.id(), event.by(), event.at());
        } else {
            timeline.add(publication.id(), event.by(), Act.REOPENED, "", event.at());
        }
    }
}
