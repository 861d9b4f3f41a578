package fr.tocsin.publishing.web;

import fr.tocsin.pages.Notice;
import fr.tocsin.publishing.Copying;
import fr.tocsin.publishing.Lineage;
import fr.tocsin.publishing.PublicationId;
import fr.tocsin.units.Officer;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A new draft from an old publication.
@Controller
class CopyController {

    private final Copying copying;

    CopyController(Copying copying) {
        this.copying = copying;
    }

    @PostMapping("/desk/{unit}/publications/{id}/copies")
    ModelAndView copy(
            Officer officer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "copy") String relation,
            RedirectAttributes redirect) {
        var again = relation.equals("again");
        var copy =
                copying.duplicate(
                        officer,
                        new PublicationId(id),
                        again ? Lineage.Relation.AGAIN : Lineage.Relation.COPY);
        Notice.done(again ? "publishing.copied.again" : "publishing.copied").on(redirect);
        return Answers.seeOther(new DeskPath(officer).editor(copy.id()));
    }
}
