package fr.tocsin.publishing.web;

import fr.tocsin.pages.Notice;
import fr.tocsin.publishing.Correcting;
import fr.tocsin.publishing.PublicationId;
import fr.tocsin.units.Officer;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Opening a correction of what is public, taking it back, giving it up. It is written, submitted
/// and approved where every publication is.
@Controller
@RequestMapping("/desk/{unit}/publications/{id}/correction")
class CorrectionController {

    private final Correcting correcting;

    CorrectionController(Correcting correcting) {
        this.correcting = correcting;
    }

    @PostMapping
    ModelAndView begin(Officer officer, @PathVariable UUID id, RedirectAttributes redirect) {
        var publication = new PublicationId(id);
        var desk = new DeskPath(officer);
        if (correcting.begin(officer, publication)) {
            return Answers.seeOther(desk.editor(publication));
        }
        Notice.failed("publishing.correction.impossible").on(redirect);
        return Answers.seeOther(desk.publication(publication));
    }

    @PostMapping("/withdrawal")
    ModelAndView withdraw(Officer officer, @PathVariable UUID id, RedirectAttributes redirect) {
        var publication = new PublicationId(id);
        var desk = new DeskPath(officer);
        if (correcting.withdraw(officer, publication)) {
            Notice.done("publishing.correction.withdrawn").on(redirect);
            return Answers.seeOther(desk.editor(publication));
        }
        Notice.failed("publishing.correction.over").on(redirect);
        return Answers.seeOther(desk.publication(publication));
    }

    @PostMapping("/abandonment")
    ModelAndView abandon(Officer officer, @PathVariable UUID id, RedirectAttributes redirect) {
        var publication = new PublicationId(id);
        if (correcting.abandon(officer, publication)) {
            Notice.done("publishing.correction.abandoned").on(redirect);
        } else {
            Notice.failed("publishing.correction.over").on(redirect);
        }
        return Answers.seeOther(new DeskPath(officer).publication(publication));
    }
}
