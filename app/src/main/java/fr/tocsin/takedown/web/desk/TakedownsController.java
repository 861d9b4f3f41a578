package fr.tocsin.takedown.web.desk;

import fr.tocsin.pages.Notice;
import fr.tocsin.publishing.PublicationId;
import fr.tocsin.takedown.Takedown;
import fr.tocsin.takedown.TakedownId;
import fr.tocsin.takedown.Takedowns;
import fr.tocsin.units.Officer;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Takedowns, as they go.
@Controller
@RequestMapping("/desk/{unit}/takedowns")
class TakedownsController {

    private final Takedowns takedowns;
    private final TakedownPages pages;

    TakedownsController(Takedowns takedowns, TakedownPages pages) {
        this.takedowns = takedowns;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView list(Officer officer) {
        var lines =
                takedowns.list(officer).stream()
                        .map(takedown ->
                                TakedownsPage.Line.of(
                                        takedown, takedowns.copies(takedown), officer.member()))
                        .toList();
        return new ModelAndView(
                "desk/takedowns/list", "page", new TakedownsPage(Paths.takedowns(officer), lines));
    }

    /// From a publication to its takedown.
    @GetMapping("/of/{publication}")
    ModelAndView of(Officer officer, @PathVariable UUID publication) {
        var takedown =
                takedowns.of(officer, new PublicationId(publication)).orElseThrow(Paths::notFound);
        return Paths.seeOther(Paths.takedown(officer, takedown.id()));
    }

    @GetMapping("/{id:[0-9a-f-]{36}}")
    ModelAndView show(Officer officer, @PathVariable UUID id) {
        return new ModelAndView(
                "desk/takedowns/show", "page", pages.page(officer, find(officer, id)));
    }

    /// @param seen the fingerprint of what the page shows; answered with 204 while it still holds
    @GetMapping("/{id}/progress")
    Object progress(
            Officer officer, @PathVariable UUID id, @RequestParam(defaultValue = "") String seen) {
        var page = pages.page(officer, find(officer, id));
        if (seen.equals(page.fingerprint())) {
            return ResponseEntity.noContent().build();
        }
        return new ModelAndView("desk/takedowns/progress", "page", page);
    }

    @PostMapping("/{id}/review")
    ModelAndView review(Officer officer, @PathVariable UUID id, RedirectAttributes redirect) {
        var takedown = find(officer, id);
        if (takedowns.review(officer, takedown.id())) {
            Notice.done("takedown.reviewed").on(redirect);
        } else {
            Notice.failed("takedown.review.refused").on(redirect);
        }
        return Paths.seeOther(Paths.takedown(officer, takedown.id()));
    }

    @PostMapping("/{id}/restoration")
    ModelAndView restore(Officer officer, @PathVariable UUID id, RedirectAttributes redirect) {
        var takedown = find(officer, id);
        var fresh = takedowns.restore(officer, takedown.id()).orElseThrow(Paths::notFound);
        Notice.done("takedown.restored").on(redirect);
        return Paths.seeOther(Paths.desk(officer) + "/publications/" + fresh + "/edit");
    }

    private Takedown find(Officer officer, UUID id) {
        return takedowns.find(officer, new TakedownId(id)).orElseThrow(Paths::notFound);
    }
}
