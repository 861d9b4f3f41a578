package fr.tocsin.takedown.web.desk;

import fr.tocsin.delivering.Copy;
import fr.tocsin.delivering.Recalls;
import fr.tocsin.pages.Mistakes;
import fr.tocsin.pages.Notice;
import fr.tocsin.publishing.PublicationId;
import fr.tocsin.publishing.Records;
import fr.tocsin.publishing.Rights;
import fr.tocsin.publishing.TakingDown;
import fr.tocsin.signin.AsksAgain;
import fr.tocsin.takedown.Cause;
import fr.tocsin.takedown.Takedowns;
import fr.tocsin.units.Officer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The order to take a publication down everywhere.
@Controller
@RequestMapping("/desk/{unit}/takedowns")
class OrderController {

    private final Takedowns takedowns;
    private final TakingDown takingDown;
    private final Records records;
    private final Recalls recalls;

    OrderController(Takedowns takedowns, TakingDown takingDown, Records records, Recalls recalls) {
        this.takedowns = takedowns;
        this.takingDown = takingDown;
        this.records = records;
        this.recalls = recalls;
    }

    @GetMapping("/new")
    ModelAndView form(
            Officer officer, @RequestParam UUID publication, RedirectAttributes redirect) {
        var id = new PublicationId(publication);
        var found = records.find(officer, id);
        if (takingDown.may(officer, found)) {
            return page(officer, id, "", "", Mistakes.NONE);
        }
        var known = takedowns.of(officer, id);
        if (known.isPresent()) {
            return Paths.seeOther(Paths.takedown(officer, known.get().id()));
        }
        if (!found.writtenBy(officer.member())) {
            Rights.TAKE_DOWN.demand(officer);
        }
        Notice.note("takedown.nothing").on(redirect);
        return Paths.seeOther(Paths.desk(officer) + "/publications/" + id);
    }

    /// The one place where a takedown begins: whoever orders it has proven afresh who they are.
    @PostMapping
    @AsksAgain("takedown.new.do")
    ModelAndView order(
            Officer officer,
            @RequestParam UUID publication,
            @RequestParam(defaultValue = "") String cause,
            @RequestParam(defaultValue = "") String remark,
            RedirectAttributes redirect) {
        var id = new PublicationId(publication);
        var why = cause(cause);
        var mistakes =
                Mistakes.NONE
                        .andIf(why.isEmpty(), "cause", "takedown.cause.missing")
                        .andIf(
                                why.filter(Cause.OTHER::equals).isPresent() && remark.isBlank(),
                                "remark",
                                "takedown.remark.missing")
                        .andIf(
                                remark.length() > LONGEST,
                                "remark",
                                "takedown.remark.long",
                                LONGEST);
        if (!mistakes.isEmpty()) {
            return page(officer, id, cause, remark, mistakes);
        }
        var ordered = takedowns.order(officer, id, why.orElseThrow(), remark);
        if (ordered.isEmpty()) {
            Notice.note("takedown.nothing").on(redirect);
            return Paths.seeOther(Paths.desk(officer) + "/publications/" + id);
        }
        Notice.done("takedown.ordered").on(redirect);
        return Paths.seeOther(Paths.takedown(officer, ordered.get()));
    }

    private static final int LONGEST = 2_000;

    private static boolean isElsewhere(Copy copy) {
        return !copy.account().network().id().equals("site");
    }

    private static Optional<Cause> cause(String name) {
        return Arrays.stream(Cause.values()).filter(cause -> cause.name().equals(name)).findFirst();
    }

    private ModelAndView page(
            Officer officer, PublicationId id, String cause, String remark, Mistakes mistakes) {
        var publication = records.find(officer, id);
        var answer =
                new ModelAndView(
                        "desk/takedowns/new",
                        "page",
                        new OrderPage(
                                Paths.takedowns(officer),
                                Paths.desk(officer) + "/publications/" + id,
                                publication,
                                recalls.copies(officer.unitId(), id.value()).stream()
                                        .sorted(Comparator.comparing(OrderController::isElsewhere))
                                        .toList(),
                                takingDown.onlyAsAuthor(officer, publication),
                                cause,
                                remark,
                                mistakes));
        if (!mistakes.isEmpty()) {
            answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return answer;
    }
}
