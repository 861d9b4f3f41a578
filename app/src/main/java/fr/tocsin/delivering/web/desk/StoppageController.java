package fr.tocsin.delivering.web.desk;

import fr.tocsin.delivering.Stopping;
import fr.tocsin.pages.Mistakes;
import fr.tocsin.pages.Notice;
import fr.tocsin.units.Officer;
import fr.tocsin.units.Role;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// An administrator stops everything that the unit sends, and lets it go on; the others see it.
@Controller
@RequestMapping("/desk/{unit}/stoppage")
class StoppageController {

    /// All but guest volunteers, who see nothing that is not public yet.
    private static final Role[] READERS =
            EnumSet.complementOf(EnumSet.of(Role.GUEST_VOLUNTEER)).toArray(Role[]::new);

    private static final int LONGEST_REASON = 500;

    private final Stopping stopping;

    StoppageController(Stopping stopping) {
        this.stopping = stopping;
    }

    @GetMapping
    ModelAndView show(Officer officer) {
        officer.require(READERS);
        return page(officer, "", Mistakes.NONE);
    }

    @PostMapping
    ModelAndView stop(
            Officer officer,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        officer.require(Role.ADMINISTRATOR);
        var mistakes =
                Mistakes.NONE
                        .andIf(reason.isBlank(), "reason", "stoppage.reason.missing")
                        .andIf(
                                reason.length() > LONGEST_REASON,
                                "reason",
                                "stoppage.reason.long",
                                LONGEST_REASON);
        if (!mistakes.isEmpty()) {
            var answer = page(officer, reason, mistakes);
            answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return answer;
        }
        if (!stopping.stop(officer, reason.strip())) {
            Notice.note("stoppage.already").on(redirect);
        }
        return AccountsController.seeOther(base(officer));
    }

    /// @param send publications that leave now although they are late
    @PostMapping("/release")
    ModelAndView release(
            Officer officer,
            @RequestParam UUID stoppage,
            @RequestParam(required = false, defaultValue = "") Set<UUID> send,
            RedirectAttributes redirect) {
        officer.require(Role.ADMINISTRATOR);
        stopping.release(officer, stoppage, send)
                .ifPresentOrElse(
                        released ->
                                Notice.done("stoppage.released", released.sent(), released.held())
                                        .on(redirect),
                        () -> Notice.note("stoppage.released.already").on(redirect));
        return AccountsController.seeOther(base(officer));
    }

    private ModelAndView page(Officer officer, String reason, Mistakes mistakes) {
        var unit = officer.unitId();
        return new ModelAndView(
                "desk/stoppage",
                "page",
                new StoppagePage(
                        base(officer),
                        "/desk/" + officer.unit().slug(),
                        stopping.inForce(unit),
                        stopping.heldBack(unit),
                        stopping.past(unit),
                        officer.is(Role.ADMINISTRATOR),
                        reason,
                        mistakes));
    }

    private static String base(Officer officer) {
        return "/desk/" + officer.unit().slug() + "/stoppage";
    }
}
