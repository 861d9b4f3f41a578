package fr.tocsin.publishing.web;

import fr.tocsin.pages.Notice;
import fr.tocsin.publishing.Approving;
import fr.tocsin.publishing.Outcome.Verdict;
import fr.tocsin.publishing.PublicationId;
import fr.tocsin.publishing.Records;
import fr.tocsin.publishing.Rights;
import fr.tocsin.publishing.Search;
import fr.tocsin.publishing.State;
import fr.tocsin.units.Officer;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The second pair of eyes.
@Controller
@RequestMapping("/desk/{unit}")
class ApprovalController {

    private final Approving approving;
    private final Records records;
    private final ShowPages pages;
    private final Lines lines;
    private final Clock clock;

    ApprovalController(
            Approving approving, Records records, ShowPages pages, Lines lines, Clock clock) {
        this.approving = approving;
        this.records = records;
        this.pages = pages;
        this.lines = lines;
        this.clock = clock;
    }

    @GetMapping("/approvals")
    ModelAndView list(Officer officer) {
        var waiting = records.search(officer, Search.in(State.SUBMITTED, State.LATE));
        return new ModelAndView(
                "desk/approvals/list",
                "page",
                new ApprovalsPage(
                        new DeskPath(officer).publications(),
                        lines.of(officer, waiting.publications()),
                        Rights.APPROVE.has(officer)));
    }

    @PostMapping("/publications/{id}/approval")
    ModelAndView approve(
            Officer officer,
            @PathVariable UUID id,
            @RequestParam String hash,
            RedirectAttributes redirect) {
        var verdict = approving.approve(officer, new PublicationId(id), hash);
        return answer(officer, id, verdict, ShowPage.Typed.NOTHING, redirect);
    }

    @PostMapping("/publications/{id}/return")
    ModelAndView giveBack(
            Officer officer,
            @PathVariable UUID id,
            @RequestParam String hash,
            @RequestParam String remark,
            RedirectAttributes redirect) {
        var verdict = approving.giveBack(officer, new PublicationId(id), hash, remark);
        return answer(officer, id, verdict, ShowPage.Typed.remark(remark), redirect);
    }

    @PostMapping("/publications/{id}/schedule")
    ModelAndView reschedule(
            Officer officer,
            @PathVariable UUID id,
            @RequestParam String hash,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect) {
        var when = DraftForm.When.of(sent);
        var verdict =
                when.unreadable().isEmpty()
                        ? approving.reschedule(
                                officer, new PublicationId(id), hash, when.planning())
                        : new Verdict.Refused(when.unreadable());
        return answer(officer, id, verdict, ShowPage.Typed.time(when), redirect);
    }

    private ModelAndView answer(
            Officer officer,
            UUID id,
            Verdict verdict,
            ShowPage.Typed typed,
            RedirectAttributes redirect) {
        var publication = new PublicationId(id);
        switch (verdict) {
            case Verdict.Ordered(Instant due) ->
                    Notice.done(
                                    due.isAfter(clock.instant())
                                            ? "publishing.approved.scheduled"
                                            : "publishing.approved")
                            .on(redirect);
            case Verdict.TooLate _ -> Notice.warning("publishing.approved.late").on(redirect);
            case Verdict.GivenBack _ -> Notice.done("publishing.returned").on(redirect);
            case Verdict.Refused(var obstacles) -> {
                return pages.answer(officer, publication, Answers.mistakes(obstacles), typed);
            }
        }
        return Answers.seeOther(new DeskPath(officer).publication(publication));
    }
}
