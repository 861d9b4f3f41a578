package fr.tocsin.publishing.web;

import fr.tocsin.media.MediaId;
import fr.tocsin.pages.Mistakes;
import fr.tocsin.pages.Notice;
import fr.tocsin.publishing.Checking;
import fr.tocsin.publishing.Checklist;
import fr.tocsin.publishing.Checklist.Answer;
import fr.tocsin.publishing.Checklist.Question;
import fr.tocsin.publishing.Checklist.Verdict;
import fr.tocsin.publishing.PublicationId;
import fr.tocsin.publishing.Records;
import fr.tocsin.units.Officer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What must be looked for on a picture before it goes out.
@Controller
@RequestMapping("/desk/{unit}/publications/{id}/pictures/{picture:[0-9a-f-]{36}}/checklist")
class ChecklistController {

    private final Checking checking;
    private final Records records;

    ChecklistController(Checking checking, Records records) {
        this.checking = checking;
        this.records = records;
    }

    @GetMapping
    ModelAndView show(Officer officer, @PathVariable UUID id, @PathVariable UUID picture) {
        var publication = new PublicationId(id);
        var given =
                checking.of(officer, publication)
                        .getOrDefault(new MediaId(picture), Checklist.EMPTY);
        return page(officer, publication, picture, given.answers(), Mistakes.NONE);
    }

    @PostMapping
    ModelAndView answer(
            Officer officer,
            @PathVariable UUID id,
            @PathVariable UUID picture,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect) {
        var publication = new PublicationId(id);
        var answers = answers(officer, sent);
        var mistakes = checking.answer(officer, publication, new MediaId(picture), answers);
        if (!mistakes.isEmpty()) {
            return page(officer, publication, picture, answers, Answers.mistakes(mistakes));
        }
        Notice.done("publishing.checked").on(redirect);
        return Answers.seeOther(new DeskPath(officer).editor(publication) + "#pictures");
    }

    private static Map<Question, Answer> answers(
            Officer officer, MultiValueMap<String, String> sent) {
        var answers = new EnumMap<Question, Answer>(Question.class);
        for (var question : Question.values()) {
            var field = name(question);
            var reason = Objects.requireNonNullElse(sent.getFirst(field + ".reason"), "");
            Arrays.stream(Verdict.values())
                    .filter(verdict -> name(verdict).equals(sent.getFirst(field)))
                    .forEach(verdict ->
                            answers.put(
                                    question,
                                    new Answer(
                                            verdict,
                                            reason.replaceAll("\\s+", " ").strip(),
                                            officer.name())));
        }
        return answers;
    }

    private ModelAndView page(
            Officer officer,
            PublicationId id,
            UUID picture,
            Map<Question, Answer> answers,
            Mistakes mistakes) {
        var desk = new DeskPath(officer);
        var media = new MediaId(picture);
        var image =
                records.find(officer, id).draft().images().stream()
                        .filter(shown -> shown.media().equals(media))
                        .findFirst()
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var page =
                new ChecklistPage(
                        desk.checklist(id, media),
                        desk.editor(id) + "#pictures",
                        desk.studio(id, media),
                        desk.desk() + "/media/" + media + "/view",
                        image.alt(),
                        lines(answers),
                        mistakes);
        return new ModelAndView(
                "desk/publications/checklist",
                Map.of("page", page),
                mistakes.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static List<ChecklistPage.Line> lines(Map<Question, Answer> answers) {
        return Arrays.stream(Question.values())
                .map(question -> {
                    var answer = answers.get(question);
                    return new ChecklistPage.Line(
                            name(question),
                            answer == null ? "" : name(answer.verdict()),
                            answer == null ? "" : answer.reason());
                })
                .toList();
    }

    private static String name(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
