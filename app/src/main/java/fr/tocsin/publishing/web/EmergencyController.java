package fr.tocsin.publishing.web;

import fr.tocsin.pages.Notice;
import fr.tocsin.publishing.Approving;
import fr.tocsin.publishing.Mistake;
import fr.tocsin.publishing.Outcome.Submission;
import fr.tocsin.publishing.PublicationId;
import fr.tocsin.units.Officer;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Lets go, without waiting any longer, what was already submitted. From the editor, where it is
/// saved first, see [SubmissionController].
@Controller
class EmergencyController {

    private final Approving approving;
    private final ShowPages pages;

    EmergencyController(Approving approving, ShowPages pages) {
        this.approving = approving;
        this.pages = pages;
    }

    @PostMapping("/desk/{unit}/publications/{id}/emergency/submitted")
    ModelAndView publish(
            Officer officer,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        var publication = new PublicationId(id);
        return switch (approving.publishInEmergency(officer, publication, version, reason)) {
            case Submission.Submitted _ -> {
                Notice.done("publishing.emergency.done").on(redirect);
                yield Answers.seeOther(new DeskPath(officer).publication(publication));
            }
            case Submission.Conflict _ ->
                    refused(
                            officer,
                            publication,
                            List.of(new Mistake("", "changed-meanwhile", List.of())),
                            reason);
            case Submission.Refused(var mistakes) ->
                    refused(officer, publication, mistakes, reason);
        };
    }

    private ModelAndView refused(
            Officer officer, PublicationId publication, List<Mistake> mistakes, String reason) {
        return pages.answer(
                officer, publication, Answers.mistakes(mistakes), ShowPage.Typed.reason(reason));
    }
}
