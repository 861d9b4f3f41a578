package fr.tocsin.publishing;

import static fr.tocsin.publishing.Columns.at;
import static fr.tocsin.publishing.Columns.uuid;
import static fr.tocsin.publishing.Columns.word;

import fr.tocsin.media.MediaId;
import fr.tocsin.publishing.Checklist.Answer;
import fr.tocsin.publishing.Checklist.Question;
import fr.tocsin.publishing.Checklist.Verdict;
import fr.tocsin.units.Officer;
import fr.tocsin.units.UnitId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The answers of all checklists. Only ever added to.
@Component
class Checklists {

    private final JdbcClient jdbc;

    Checklists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(
            Officer officer,
            PublicationId publication,
            MediaId picture,
            Question question,
            Verdict verdict,
            String reason,
            Instant now) {
        jdbc.sql(
                        """
                        INSERT INTO picture_check (unit_id, publication_id, media_id, question, verdict, reason,
                                                   member_id, name, at, demo)
                        VALUES (:unit, :publication, :picture, :question, :verdict, :reason, :member, :name, :at, :demo)
                        """)
                .param("unit", officer.unitId().value())
                .param("publication", publication.value())
                .param("picture", picture.value())
                .param("question", word(question))
                .param("verdict", word(verdict))
                .param("reason", reason)
                .param("member", officer.member().value())
                .param("name", officer.name())
                .param("at", at(now))
                .param("demo", officer.unit().demo())
                .update();
    }

    /// The checklists of a publication's pictures; a picture without answers is not among them.
    Map<MediaId, Checklist> of(UnitId unit, PublicationId publication) {
        var answers = new HashMap<MediaId, Map<Question, Answer>>();
        jdbc.sql(
                        """
                        SELECT DISTINCT ON (media_id, question) media_id, question, verdict, reason, name
                          FROM picture_check WHERE unit_id = :unit AND publication_id = :publication
                         ORDER BY media_id, question, id DESC
                        """)
                .param("unit", unit.value())
                .param("publication", publication.value())
                .query(row -> {
                    answers.computeIfAbsent(
                                    new MediaId(uuid(row, "media_id")),
                                    _ -> new EnumMap<>(Question.class))
                            .put(
                                    word(Question.class, row.getString("question")),
                                    new Answer(
                                            word(Verdict.class, row.getString("verdict")),
                                            row.getString("reason"),
                                            row.getString("name")));
                });
        var lists = new HashMap<MediaId, Checklist>();
        answers.forEach((picture, given) -> lists.put(picture, new Checklist(given)));
        return lists;
    }
}
