package fr.tocsin.publishing.web;

import fr.tocsin.pages.Notice;
import fr.tocsin.publishing.Approving;
import fr.tocsin.publishing.PublicationId;
import fr.tocsin.publishing.Records;
import fr.tocsin.publishing.Rights;
import fr.tocsin.units.Officer;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What went out without approval, and the second look at it.
@Controller
@RequestMapping("/desk/{unit}")
class ReviewController {

    private final Approving approving;
    private final Records records;

    ReviewController(Approving approving, Records records) {
        this.approving = approving;
        this.records = records;
    }

    @GetMapping("/reviews")
    ModelAndView list(Officer officer) {
        return new ModelAndView(
                "desk/reviews/list",
                "page",
                new ReviewsPage(
                        new DeskPath(officer).publications(),
                        records.emergencies(officer),
                        officer.member(),
                        Rights.REVIEW.has(officer)));
    }

    @PostMapping("/publications/{id}/review")
    ModelAndView review(
            Officer officer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String remark,
            RedirectAttributes redirect) {
        if (approving.review(officer, new PublicationId(id), remark)) {
            Notice.done("publishing.reviewed").on(redirect);
        } else {
            Notice.failed("publishing.review.refused").on(redirect);
        }
        return Answers.seeOther(new DeskPath(officer).desk() + "/reviews");
    }
}
