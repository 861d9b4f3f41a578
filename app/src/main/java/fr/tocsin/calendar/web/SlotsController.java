package fr.tocsin.calendar.web;

import fr.tocsin.calendar.Calendar;
import fr.tocsin.calendar.Slot;
import fr.tocsin.calendar.Slots;
import fr.tocsin.pages.Mistakes;
import fr.tocsin.pages.Notice;
import fr.tocsin.publishing.Rights;
import fr.tocsin.templates.Templates;
import fr.tocsin.units.Officer;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Recurring slots: written down, excepted, filled.
@Controller
@RequestMapping("/desk/{unit}/calendar/slots")
class SlotsController {

    private final Slots slots;
    private final Templates templates;
    private final Calendar calendar;
    private final CalendarPages pages;

    SlotsController(Slots slots, Templates templates, Calendar calendar, CalendarPages pages) {
        this.slots = slots;
        this.templates = templates;
        this.calendar = calendar;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView list(Officer officer) {
        return page(officer, new SlotForm(new LinkedMultiValueMap<>()), Mistakes.NONE);
    }

    @PostMapping
    ModelAndView add(
            Officer officer,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect) {
        Rights.WRITE.demand(officer);
        var form = new SlotForm(sent);
        if (!form.mistakes().isEmpty()) {
            return page(officer, form, form.mistakes());
        }
        slots.add(officer, form.slot());
        Notice.done("calendar.slot.saved").on(redirect);
        return Answers.seeOther(base(officer));
    }

    @PostMapping("/{id}/removal")
    ModelAndView remove(Officer officer, @PathVariable UUID id, RedirectAttributes redirect) {
        slots.remove(officer, id);
        Notice.done("calendar.slot.removed").on(redirect);
        return Answers.seeOther(base(officer));
    }

    @PostMapping("/{id}/exceptions")
    ModelAndView except(
            Officer officer,
            @PathVariable UUID id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            RedirectAttributes redirect) {
        slots.except(officer, id, day, true);
        Notice.done("calendar.slot.excepted").on(redirect);
        return Answers.seeOther(base(officer));
    }

    @PostMapping("/{id}/exceptions/removal")
    ModelAndView unexcept(
            Officer officer,
            @PathVariable UUID id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            RedirectAttributes redirect) {
        slots.except(officer, id, day, false);
        Notice.done("calendar.slot.unexcepted").on(redirect);
        return Answers.seeOther(base(officer));
    }

    /// One click: a draft in the slot.
    @PostMapping("/{id}/drafts")
    ModelAndView fill(
            Officer officer,
            @PathVariable UUID id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect) {
        var draft = slots.draft(officer, id, day);
        if (draft.isEmpty()) {
            Notice.note("calendar.slot.taken").on(redirect);
            var showing = Showing.of(sent, calendar.today());
            return Answers.seeOther(Answers.calendar(officer) + showing.query());
        }
        Notice.done("calendar.slot.filled").on(redirect);
        return Answers.seeOther(
                "/desk/" + officer.unit().slug() + "/publications/" + draft.get().id() + "/edit");
    }

    private ModelAndView page(Officer officer, SlotForm form, Mistakes mistakes) {
        var locale = pages.words().locale();
        var page =
                new SlotsPage(
                        Answers.calendar(officer),
                        slots.list(officer).stream().map(this::line).toList(),
                        templates.list(officer),
                        Arrays.stream(DayOfWeek.values())
                                .map(day -> day.getDisplayName(TextStyle.FULL, locale))
                                .toList(),
                        form,
                        Rights.WRITE.has(officer),
                        mistakes);
        var answer = new ModelAndView("desk/calendar/slots", "page", page);
        if (!mistakes.isEmpty()) {
            answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return answer;
    }

    private SlotsPage.Line line(Slot slot) {
        var today = calendar.today();
        return new SlotsPage.Line(
                slot.id().toString(),
                slot.kind().name().toLowerCase(Locale.ROOT),
                slot.name(),
                new RuleWords(pages.words()).of(slot),
                today.datesUntil(today.plusYears(1)).filter(slot::on).limit(4).toList(),
                slot.exceptions().stream().filter(day -> !day.isBefore(today)).toList());
    }

    private static String base(Officer officer) {
        return Answers.calendar(officer) + "/slots";
    }
}
