package fr.tocsin.delivering.web.desk;

import fr.tocsin.delivering.Delivering;
import fr.tocsin.delivering.DeliveryId;
import fr.tocsin.delivering.DeliveryReport;
import fr.tocsin.pages.Notice;
import fr.tocsin.units.Officer;
import fr.tocsin.units.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The truth per channel of one publication, and what a person decides about it.
@Controller
@RequestMapping("/desk/{unit}/deliveries")
class DeliveriesController {

    private final Delivering delivering;

    DeliveriesController(Delivering delivering) {
        this.delivering = delivering;
    }

    /// @param seen the fingerprint of what the page shows; answered with 204 while it still holds
    /// @param before how many copies had come to their end when the page was drawn
    @GetMapping("/of/{publication}")
    Object list(
            Officer officer,
            @PathVariable UUID publication,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "0") int before,
            HttpServletResponse response) {
        officer.require(Role.insiders());
        var reports = delivering.of(officer.unitId(), publication);
        if (reports.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (seen.equals(DeliveryReport.fingerprint(reports))) {
            return ResponseEntity.noContent().build();
        }
        if (settled(reports) != before) {
            // a copy came to its end: state and timeline beside the list have changed as well
            response.setHeader("HX-Refresh", "true");
        }
        var answer = new ModelAndView("desk/deliveries/list");
        answer.addObject("base", base(officer));
        answer.addObject("publication", publication);
        answer.addObject("reports", reports);
        answer.addObject("mayDecide", DeliveryReport.mayDecide(officer));
        return answer;
    }

    @PostMapping("/{delivery}/decision")
    Object decide(
            Officer officer,
            @PathVariable UUID delivery,
            @RequestParam UUID publication,
            @RequestParam DeliveryReport.Act act,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean script,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        officer.require(DeliveryReport.MAY_DECIDE.toArray(Role[]::new));
        var known =
                delivering.of(officer.unitId(), publication).stream()
                        .anyMatch(report -> report.id().value().equals(delivery));
        if (!known) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        var done =
                delivering.decide(
                        officer.unitId(), new DeliveryId(delivery), act, officer.member());
        if (script) {
            return list(officer, publication, "", -1, response);
        }
        if (done) {
            Notice.done("delivery.decided." + act).on(redirect);
        } else {
            Notice.note("delivery.decided.too-late").on(redirect);
        }
        return AccountsController.seeOther(
                "/desk/" + officer.unit().slug() + "/publications/" + publication);
    }

    private static long settled(List<DeliveryReport> reports) {
        return reports.stream().filter(report -> !report.state().moving()).count();
    }

    private static String base(Officer officer) {
        return "/desk/" + officer.unit().slug() + "/deliveries";
    }
}
