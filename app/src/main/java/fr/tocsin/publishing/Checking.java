package fr.tocsin.publishing;

import fr.tocsin.media.MediaId;
import fr.tocsin.publishing.Checklist.Answer;
import fr.tocsin.publishing.Checklist.Question;
import fr.tocsin.publishing.Checklist.Verdict;
import fr.tocsin.units.Officer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The checklist before a picture goes out: whoever answers it is one of the publication's authors,
/// and the approver reads it. Throws like [Publishing].
@Service
public class Checking {

    private final Publications publications;
    private final Checklists checklists;
    private final Timeline timeline;
    private final Clock clock;

    Checking(Publications publications, Checklists checklists, Timeline timeline, Clock clock) {
        this.publications = publications;
        this.checklists = checklists;
        this.timeline = timeline;
        this.clock = clock;
    }

    /// The answers for each picture; a picture without answers is not among them.
    public Map<MediaId, Checklist> of(Officer officer, PublicationId id) {
        Rights.READ.demand(officer);
        return checklists.of(officer.unitId(), id);
    }

    /// Records the answers, all of them or none. A publication that waited for approval is a draft
    /// again.
    ///
    /// @return what must be mended first; empty when the answers are on record
    @Transactional
    public List<Mistake> answer(
            Officer officer, PublicationId id, MediaId picture, Map<Question, Answer> answers) {
        Rights.WRITE.demand(officer);
        var publication =
                publications
                        .lock(officer.unitId(), id)
                        .filter(found ->
                                found.draft().images().stream()
                                        .anyMatch(image -> image.media().equals(picture)))
                        .orElseThrow(() -> new NoSuchPublication(id));
        if (!publication.open()) {
            return List.of(Mistake.of("", "check-closed"));
        }
        var mistakes = mistakes(answers);
        if (!mistakes.isEmpty()) {
            return mistakes;
        }
        var now = clock.instant();
        answers.forEach((question, answer) ->
                checklists.add(
                        officer,
                        id,
                        picture,
                        question,
                        answer.verdict(),
                        answer.reason().strip(),
                        now));
        publications.touch(id, officer, now);
        if (!publication.isWritten()) {
            timeline.add(id, officer, Act.REOPENED, "", now);
        }
        return List.of();
    }

    private static List<Mistake> mistakes(Map<Question, Answer> answers) {
        var mistakes = new ArrayList<Mistake>();
        for (var question : Question.values()) {
            var field = question.name().toLowerCase(Locale.ROOT);
            var answer = answers.get(question);
            if (answer == null) {
                mistakes.add(Mistake.of(field, "check-open"));
            } else if (answer.verdict() == Verdict.JUSTIFIED && answer.reason().isBlank()) {
                mistakes.add(Mistake.of(field + ".reason", "check-reason"));
            } else if (answer.reason().length() > Checklist.LONGEST_REASON) {
                mistakes.add(
                        Mistake.of(
                                field + ".reason", "check-reason-long", Checklist.LONGEST_REASON));
            }
        }
        return mistakes;
    }
}
