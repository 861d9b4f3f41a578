package fr.tocsin.calendar.web;

import fr.tocsin.calendar.Calendar;
import fr.tocsin.pages.Mistakes;
import fr.tocsin.pages.Moments;
import fr.tocsin.pages.Notice;
import fr.tocsin.publishing.Agenda;
import fr.tocsin.publishing.Mistake;
import fr.tocsin.publishing.Moving;
import fr.tocsin.publishing.Planning;
import fr.tocsin.publishing.Publication;
import fr.tocsin.publishing.PublicationId;
import fr.tocsin.publishing.Records;
import fr.tocsin.publishing.Rights;
import fr.tocsin.units.Officer;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Moves publications: by a form, which is also what a drag sends.
@Controller
@RequestMapping("/desk/{unit}/calendar/items/{id}")
class MovingController {

    private final Agenda agenda;
    private final Records records;
    private final Calendar calendar;
    private final CalendarPages pages;
    private final Clock clock;

    MovingController(
            Agenda agenda, Records records, Calendar calendar, CalendarPages pages, Clock clock) {
        this.agenda = agenda;
        this.records = records;
        this.calendar = calendar;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/time")
    ModelAndView form(
            Officer officer,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent) {
        Rights.WRITE.demand(officer);
        var publication = records.find(officer, new PublicationId(id));
        var asked = Asked.of(sent);
        var when = asked.typed().isEmpty() ? Asked.of(publication) : asked;
        return page(officer, sent, publication, when, Mistakes.NONE, HttpStatus.OK);
    }

    @PostMapping("/time")
    ModelAndView move(
            Officer officer,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect) {
        Rights.WRITE.demand(officer);
        var publication = records.find(officer, new PublicationId(id));
        var asked = Asked.of(sent);
        if (asked.planning().local() == null) {
            var missing = List.of(new Mistake("planned", "planned-missing", List.of()));
            return refused(officer, sent, publication, asked, missing);
        }
        var moving =
                agenda.move(
                        officer,
                        publication.id(),
                        asked.version(),
                        asked.state(),
                        asked.planning());
        return switch (moving) {
            case Moving.Moved moved -> {
                say(officer, publication, asked, moved, redirect);
                yield back(officer, sent, publication, moved);
            }
            case Moving.Refused(var mistakes) ->
                    refused(officer, sent, publication, asked, mistakes);
            case Moving.Conflict(var current) ->
                    page(officer, sent, current, asked, Mistakes.NONE, HttpStatus.CONFLICT);
        };
    }

    /// What would speak against a time, for the composer to show beside its field.
    @GetMapping("/clashes")
    ModelAndView clashes(
            Officer officer,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent) {
        var publication = records.find(officer, new PublicationId(id));
        var found = calendar.against(officer, publication, Asked.of(sent).planning());
        return new ModelAndView(
                "desk/calendar/clashes", "clashes", new ClashWords(pages.words()).all(found));
    }

    private void say(
            Officer officer,
            Publication before,
            Asked asked,
            Moving.Moved moved,
            RedirectAttributes redirect) {
        var heading =
                before.heading().isEmpty()
                        ? pages.words().t("publishing.untitled")
                        : before.heading();
        var time = new Moments(pages.words(), Planning.ZONE, clock).full(moved.at());
        var clashes =
                new ClashWords(pages.words())
                        .all(calendar.against(officer, before, asked.planning()));
        if (!clashes.isEmpty()) {
            Notice.warning("calendar.moved.clash", heading, time, String.join(" ; ", clashes))
                    .on(redirect);
            return;
        }
        switch (moved.state()) {
            case SUBMITTED -> Notice.done("calendar.moved.submitted", heading, time).on(redirect);
            case APPROVED -> Notice.done("calendar.moved.approved", heading, time).on(redirect);
            default -> Notice.done("calendar.moved", heading, time).on(redirect);
        }
    }

    private ModelAndView back(
            Officer officer,
            MultiValueMap<String, String> sent,
            Publication publication,
            Moving.Moved moved) {
        var showing = Showing.of(sent, calendar.today());
        var day = moved.at().atZone(Planning.ZONE).toLocalDate();
        var there = showing.shows(day) ? showing : showing.on(day);
        return Answers.seeOther(
                Answers.calendar(officer) + there.query() + "#item-" + publication.id());
    }

    private ModelAndView refused(
            Officer officer,
            MultiValueMap<String, String> sent,
            Publication publication,
            Asked asked,
            List<Mistake> mistakes) {
        return page(
                officer,
                sent,
                publication,
                asked,
                Answers.mistakes(mistakes),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView page(
            Officer officer,
            MultiValueMap<String, String> sent,
            Publication publication,
            Asked asked,
            Mistakes mistakes,
            HttpStatus status) {
        var clashes = calendar.against(officer, publication, asked.planning());
        var answer =
                new ModelAndView(
                        "desk/calendar/time",
                        "page",
                        new TimePage(
                                Answers.calendar(officer),
                                Showing.of(sent, calendar.today()),
                                publication,
                                asked.typed(),
                                asked.planning(),
                                new ClashWords(pages.words()).all(clashes),
                                mistakes,
                                status == HttpStatus.CONFLICT));
        answer.setStatus(status);
        return answer;
    }
}
