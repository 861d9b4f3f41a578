package fr.tocsin.publishing.web;

import fr.tocsin.delivering.Kind;
import fr.tocsin.pages.Mistakes;
import fr.tocsin.pages.Notice;
import fr.tocsin.publishing.PublicationId;
import fr.tocsin.publishing.Publishing;
import fr.tocsin.publishing.Records;
import fr.tocsin.publishing.Rights;
import fr.tocsin.publishing.Search;
import fr.tocsin.publishing.State;
import fr.tocsin.units.Officer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Finding publications, looking at one, taking one back.
@Controller
@RequestMapping("/desk/{unit}/publications")
class PublicationController {

    private final Publishing publishing;
    private final Records records;
    private final ShowPages pages;
    private final Lines lines;

    PublicationController(Publishing publishing, Records records, ShowPages pages, Lines lines) {
        this.publishing = publishing;
        this.records = records;
        this.pages = pages;
        this.lines = lines;
    }

    @GetMapping
    ModelAndView list(
            Officer officer,
            @RequestParam(defaultValue = "all") String state,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(defaultValue = "1") int page) {
        var search = new Search(states(state), kind(kind).orElse(null), words, page);
        var found = records.search(officer, search);
        return new ModelAndView(
                "desk/publications/list",
                "page",
                new ListPage(
                        new DeskPath(officer).publications(),
                        lines.of(officer, found.publications()),
                        found.total(),
                        Math.max(1, page),
                        found.pages(),
                        state,
                        kind,
                        words,
                        Rights.WRITE.has(officer)));
    }

    @GetMapping("/{id}")
    ModelAndView show(Officer officer, @PathVariable UUID id, HttpServletResponse response) {
        var publication = new PublicationId(id);
        if (pages.followsAtOnce(officer, publication)) {
            response.setHeader("Refresh", "1");
        }
        return pages.answer(officer, publication, Mistakes.NONE, ShowPage.Typed.NOTHING);
    }

    @PostMapping("/{id}/withdrawal")
    ModelAndView withdraw(Officer officer, @PathVariable UUID id, RedirectAttributes redirect) {
        var publication = new PublicationId(id);
        if (publishing.withdraw(officer, publication)) {
            Notice.done("publishing.withdrawn").on(redirect);
            return Answers.seeOther(new DeskPath(officer).editor(publication));
        }
        Notice.failed("publishing.already.leaving").on(redirect);
        return Answers.seeOther(new DeskPath(officer).publication(publication));
    }

    @GetMapping("/{id}/cancellation")
    ModelAndView askBeforeCancelling(Officer officer, @PathVariable UUID id) {
        var publication = records.find(officer, new PublicationId(id));
        return new ModelAndView(
                "desk/publications/cancellation",
                "page",
                new CancellationPage(
                        new DeskPath(officer).publication(publication.id()),
                        publication.heading()));
    }

    @PostMapping("/{id}/cancellation")
    ModelAndView cancel(Officer officer, @PathVariable UUID id, RedirectAttributes redirect) {
        var publication = new PublicationId(id);
        if (publishing.cancel(officer, publication)) {
            Notice.done("publishing.cancelled").on(redirect);
        } else {
            Notice.failed("publishing.already.leaving").on(redirect);
        }
        return Answers.seeOther(new DeskPath(officer).publication(publication));
    }

    static Optional<Kind> kind(String word) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    private static Set<State> states(String filter) {
        return switch (filter) {
            case "drafts" -> Set.of(State.DRAFT);
            case "submitted" -> Set.of(State.SUBMITTED, State.LATE);
            case "scheduled" -> Set.of(State.APPROVED);
            case "published" -> Set.of(State.PUBLISHED);
            case "troubled" -> Set.of(State.TROUBLED);
            case "cancelled" -> Set.of(State.CANCELLED);
            case "taken-down" -> Set.of(State.TAKEN_DOWN);
            default -> Set.of();
        };
    }
}
