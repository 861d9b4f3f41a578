package fr.tocsin.audit.web;

import fr.tocsin.audit.Audit;
import fr.tocsin.audit.Deed;
import fr.tocsin.audit.Head;
import fr.tocsin.audit.Verification;
import fr.tocsin.pages.Mistakes;
import fr.tocsin.pages.Notice;
import fr.tocsin.units.Officer;
import fr.tocsin.units.Role;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Who did what in the unit, for its administrators, and whether the record is whole.
@Controller
@RequestMapping("/desk/{unit}/audit")
class AuditController {

    private static final int ON_A_PAGE = 50;

    private final Audit audit;

    AuditController(Audit audit) {
        this.audit = audit;
    }

    @GetMapping
    ModelAndView list(Officer officer, AuditForm form) {
        officer.require(Role.ADMINISTRATOR);
        return page(officer, form, form.mistakes());
    }

    /// @param noted an end of the chain that was written down earlier, or empty
    @PostMapping("/verification")
    ModelAndView verify(
            Officer officer,
            @RequestParam(defaultValue = "") String noted,
            RedirectAttributes redirect) {
        officer.require(Role.ADMINISTRATOR);
        var head = Optional.<Head>empty();
        try {
            head = noted.isBlank() ? head : Optional.of(Head.of(noted.strip()));
        } catch (IllegalArgumentException e) {
            var none = new AuditForm(null, null, null, null, null);
            var mistakes = Mistakes.NONE.and("noted", "audit.noted.wrong");
            return page(officer, none, mistakes);
        }
        var verification = audit.verify(head);
        audit.record(Deed.of(officer, "audit-verified").about(word(verification)));
        notice(verification).on(redirect);
        return new ModelAndView("redirect:" + base(officer));
    }

    private static String word(Verification verification) {
        return switch (verification) {
            case Verification.Sound(var end) -> end.toString();
            case Verification.Broken(var number, var fault) -> fault + " " + number;
        };
    }

    private static Notice notice(Verification verification) {
        return switch (verification) {
            case Verification.Sound(var end) -> Notice.done("audit.sound", end.number());
            case Verification.Broken(var number, var fault) ->
                    Notice.failed("audit.fault." + fault, number);
        };
    }

    private ModelAndView page(Officer officer, AuditForm form, Mistakes mistakes) {
        var unit = officer.unitId();
        var found = audit.find(unit, form.search(), ON_A_PAGE + 1);
        var shown = found.stream().limit(ON_A_PAGE).toList();
        var older = found.size() > ON_A_PAGE ? form.query(shown.getLast().number()) : null;
        var answer =
                new ModelAndView(
                        "desk/audit",
                        "page",
                        new AuditPage(
                                base(officer),
                                "/desk/" + officer.unit().slug(),
                                form,
                                mistakes,
                                shown,
                                older,
                                form.query(null),
                                audit.people(unit),
                                audit.acts(unit),
                                audit.head()));
        if (!mistakes.isEmpty()) {
            answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return answer;
    }

    static String base(Officer officer) {
        return "/desk/" + officer.unit().slug() + "/audit";
    }
}
