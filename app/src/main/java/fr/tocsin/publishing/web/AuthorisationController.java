package fr.tocsin.publishing.web;

import fr.tocsin.pages.Notice;
import fr.tocsin.publishing.Mistake;
import fr.tocsin.publishing.PublicationId;
import fr.tocsin.publishing.Records;
import fr.tocsin.units.Officer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Justice's word, put on record by the judicial validator.
@Controller
class AuthorisationController {

    private final Records records;
    private final ShowPages pages;

    AuthorisationController(Records records, ShowPages pages) {
        this.records = records;
        this.pages = pages;
    }

    @PostMapping("/desk/{unit}/publications/{id}/authorisation")
    ModelAndView authorise(
            Officer officer,
            @PathVariable UUID id,
            @RequestParam String magistrate,
            @RequestParam String reference,
            @RequestParam String scope,
            @RequestParam String expiresOn,
            RedirectAttributes redirect) {
        var publication = new PublicationId(id);
        var mistakes = authorise(officer, publication, magistrate, reference, scope, expiresOn);
        if (!mistakes.isEmpty()) {
            return pages.answer(
                    officer,
                    publication,
                    Answers.mistakes(mistakes),
                    ShowPage.Typed.authorisation(magistrate, reference, scope, expiresOn));
        }
        Notice.done("publishing.authorised").on(redirect);
        return Answers.seeOther(new DeskPath(officer).publication(publication));
    }

    private List<Mistake> authorise(
            Officer officer,
            PublicationId publication,
            String magistrate,
            String reference,
            String scope,
            String expiresOn) {
        try {
            return records.authorise(
                    officer, publication, magistrate, reference, scope, LocalDate.parse(expiresOn));
        } catch (DateTimeParseException unreadable) {
            records.find(officer, publication);
            return List.of(new Mistake("expiresOn", "expiry-missing", List.of()));
        }
    }
}
