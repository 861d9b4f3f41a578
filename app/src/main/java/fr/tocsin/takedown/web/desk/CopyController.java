package fr.tocsin.takedown.web.desk;

import fr.tocsin.pages.Mistakes;
import fr.tocsin.pages.Notice;
import fr.tocsin.takedown.Takedown;
import fr.tocsin.takedown.TakedownId;
import fr.tocsin.takedown.Takedowns;
import fr.tocsin.units.MemberId;
import fr.tocsin.units.Officer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A copy that no program can remove, and who sees to it.
@Controller
@RequestMapping("/desk/{unit}/takedowns/{id}/copies/{copy}")
class CopyController {

    private static final List<Integer> HOURS = List.of(1, 4, 24, 72);
    private static final int LONGEST = 2_000;

    private final Takedowns takedowns;

    CopyController(Takedowns takedowns) {
        this.takedowns = takedowns;
    }

    @GetMapping
    ModelAndView show(Officer officer, @PathVariable UUID id, @PathVariable UUID copy) {
        return page(officer, find(officer, id), copy, "", Mistakes.NONE);
    }

    @PostMapping("/hand")
    ModelAndView byHand(
            Officer officer,
            @PathVariable UUID id,
            @PathVariable UUID copy,
            @RequestParam(defaultValue = "") String remark,
            RedirectAttributes redirect) {
        var takedown = find(officer, id);
        var mistakes =
                Mistakes.NONE
                        .andIf(remark.isBlank(), "remark", "takedown.hand.missing")
                        .andIf(
                                remark.length() > LONGEST,
                                "remark",
                                "takedown.remark.long",
                                LONGEST);
        if (!mistakes.isEmpty()) {
            return page(officer, takedown, copy, remark, mistakes);
        }
        var done = takedowns.byHand(officer, takedown.id(), copy, remark);
        return back(officer, takedown, done, "takedown.hand.done", redirect);
    }

    @PostMapping("/owner")
    ModelAndView assign(
            Officer officer,
            @PathVariable UUID id,
            @PathVariable UUID copy,
            @RequestParam UUID member,
            @RequestParam(defaultValue = "1") int hours,
            RedirectAttributes redirect) {
        var takedown = find(officer, id);
        var remindIn = Duration.ofHours(Math.clamp(hours, 1, 24 * 14));
        var done = takedowns.assign(officer, takedown.id(), copy, new MemberId(member), remindIn);
        return back(officer, takedown, done, "takedown.owner.done", redirect);
    }

    @PostMapping("/attempt")
    ModelAndView askAgain(
            Officer officer,
            @PathVariable UUID id,
            @PathVariable UUID copy,
            RedirectAttributes redirect) {
        var takedown = find(officer, id);
        var done = takedowns.askAgain(officer, takedown.id(), copy);
        return back(officer, takedown, done, "takedown.again.done", redirect);
    }

    private static ModelAndView back(
            Officer officer,
            Takedown takedown,
            boolean done,
            String words,
            RedirectAttributes redirect) {
        if (done) {
            Notice.done(words).on(redirect);
        } else {
            Notice.note("takedown.copy.too-late").on(redirect);
        }
        return Paths.seeOther(Paths.takedown(officer, takedown.id()));
    }

    private Takedown find(Officer officer, UUID id) {
        return takedowns.find(officer, new TakedownId(id)).orElseThrow(Paths::notFound);
    }

    private ModelAndView page(
            Officer officer, Takedown takedown, UUID copy, String remark, Mistakes mistakes) {
        var found =
                takedowns.copies(takedown).stream()
                        .filter(one -> one.id().equals(copy))
                        .findFirst()
                        .orElseThrow(Paths::notFound);
        var back = Paths.takedown(officer, takedown.id());
        var answer =
                new ModelAndView(
                        "desk/takedowns/copy",
                        "page",
                        new CopyPage(
                                back + "/copies/" + copy,
                                back,
                                takedown,
                                found,
                                takedowns.members(officer),
                                HOURS,
                                takedowns.mayAct(officer, takedown) && !found.ending().isFinal(),
                                remark,
                                mistakes));
        if (!mistakes.isEmpty()) {
            answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return answer;
    }
}
