package fr.tocsin.publishing.web;

import fr.tocsin.pages.Notice;
import fr.tocsin.publishing.Approving;
import fr.tocsin.publishing.Mistake;
import fr.tocsin.publishing.Outcome.Saving;
import fr.tocsin.publishing.Outcome.Submission;
import fr.tocsin.publishing.Publication;
import fr.tocsin.publishing.PublicationId;
import fr.tocsin.publishing.Publishing;
import fr.tocsin.signin.AsksAgain;
import fr.tocsin.units.Officer;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Out of the author's hands: to the approver, or at once in an emergency. Saves first, so that
/// what is judged is what is on the screen.
@Controller
@RequestMapping("/desk/{unit}/publications/{id}")
class SubmissionController {

    private final Publishing publishing;
    private final Approving approving;
    private final EditorPages pages;

    SubmissionController(Publishing publishing, Approving approving, EditorPages pages) {
        this.publishing = publishing;
        this.approving = approving;
        this.pages = pages;
    }

    @PostMapping("/submission")
    ModelAndView submit(
            Officer officer,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect) {
        return sent(
                officer,
                id,
                sent,
                "publishing.submitted",
                redirect,
                saved -> publishing.submit(officer, saved.id(), saved.version()));
    }

    @PostMapping("/emergency")
    @AsksAgain("publishing.emergency.publish")
    ModelAndView publishInEmergency(
            Officer officer,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        return sent(
                officer,
                id,
                sent,
                "publishing.emergency.done",
                redirect,
                saved ->
                        approving.publishInEmergency(officer, saved.id(), saved.version(), reason));
    }

    private ModelAndView sent(
            Officer officer,
            UUID id,
            MultiValueMap<String, String> sent,
            String done,
            RedirectAttributes redirect,
            Function<Publication, Submission> send) {
        var form = DraftForm.of(sent);
        var saving =
                publishing.save(
                        officer,
                        new PublicationId(id),
                        form.version(),
                        form.draft(),
                        form.explanation());
        return switch (saving) {
            case Saving.Conflict(var current) -> Answers.conflict(officer, form, current, pages);
            case Saving.Closed(var current) -> {
                Notice.warning("publishing.closed").on(redirect);
                yield Answers.seeOther(new DeskPath(officer).publication(current.id()));
            }
            case Saving.Saved(var saved, _) -> {
                var reason = sent.getFirst("reason");
                yield switch (form.unreadable().isEmpty()
                        ? send.apply(saved)
                        : new Submission.Refused(form.unreadable())) {
                    case Submission.Submitted _ -> {
                        Notice.done(done).on(redirect);
                        yield Answers.seeOther(new DeskPath(officer).publication(saved.id()));
                    }
                    case Submission.Conflict(var current) ->
                            Answers.conflict(officer, form, current, pages);
                    case Submission.Refused(var mistakes) ->
                            refused(officer, saved, form, mistakes, reason == null ? "" : reason);
                };
            }
        };
    }

    private ModelAndView refused(
            Officer officer,
            Publication saved,
            DraftForm form,
            List<Mistake> mistakes,
            String reason) {
        var page =
                pages.editor(
                        officer,
                        saved,
                        form.at(saved.version()),
                        Answers.mistakes(mistakes),
                        reason,
                        form.tab(mistakes));
        var answer = new ModelAndView("desk/publications/edit", "page", page);
        answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return answer;
    }
}
