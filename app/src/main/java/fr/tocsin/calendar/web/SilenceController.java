package fr.tocsin.calendar.web;

import fr.tocsin.calendar.Precautions;
import fr.tocsin.calendar.Silence;
import fr.tocsin.pages.Mistakes;
import fr.tocsin.pages.Notice;
import fr.tocsin.units.Officer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Gap, night and days of mourning.
@Controller
@RequestMapping("/desk/{unit}/calendar/silence")
class SilenceController {

    private final Silence silence;

    SilenceController(Silence silence) {
        this.silence = silence;
    }

    @GetMapping
    ModelAndView show(Officer officer) {
        return page(officer, Mistakes.NONE, typed(officer), "", "", false);
    }

    @PostMapping
    ModelAndView set(
            Officer officer,
            @RequestParam(defaultValue = "") String gap,
            @RequestParam(defaultValue = "") String nightFrom,
            @RequestParam(defaultValue = "") String nightTo,
            RedirectAttributes redirect) {
        var minutes = gap.strip().matches("[0-9]{1,4}") ? Integer.parseInt(gap.strip()) : -1;
        var from = read(nightFrom, LocalTime::parse);
        var to = read(nightTo, LocalTime::parse);
        var mistakes =
                Mistakes.NONE
                        .andIf(minutes < 0 || minutes > 1440, "gap", "calendar.mistake.gap")
                        .andIf(from.isEmpty(), "nightFrom", "calendar.mistake.night")
                        .andIf(to.isEmpty(), "nightTo", "calendar.mistake.night");
        if (mistakes.isEmpty()) {
            silence.set(officer, new Precautions(minutes, from.orElseThrow(), to.orElseThrow()));
            Notice.done("calendar.silence.saved").on(redirect);
            return Answers.seeOther(base(officer));
        }
        return page(officer, mistakes, new Typed(gap, nightFrom, nightTo), "", "", false);
    }

    @PostMapping("/days")
    ModelAndView mourn(
            Officer officer,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean national,
            RedirectAttributes redirect) {
        var date =
                read(day, LocalDate::parse).filter(d -> d.getYear() > 1999 && d.getYear() < 2101);
        var mistakes =
                Mistakes.NONE
                        .andIf(date.isEmpty(), "day", "calendar.mistake.day")
                        .andIf(
                                name.isBlank() || name.length() > 120,
                                "name",
                                "calendar.mistake.name");
        if (mistakes.isEmpty()) {
            silence.mourn(officer, date.orElseThrow(), name.strip(), national);
            Notice.done("calendar.mourning.saved").on(redirect);
            return Answers.seeOther(base(officer));
        }
        return page(officer, mistakes, typed(officer), day, name, national);
    }

    @PostMapping("/days/{day}/removal")
    ModelAndView forget(Officer officer, @PathVariable UUID day, RedirectAttributes redirect) {
        if (!silence.forget(officer, day)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Notice.done("calendar.mourning.removed").on(redirect);
        return Answers.seeOther(base(officer));
    }

    private record Typed(String gap, String nightFrom, String nightTo) {}

    private Typed typed(Officer officer) {
        var set = silence.precautions(officer);
        return new Typed(
                "" + set.gapMinutes(), set.nightFrom().toString(), set.nightTo().toString());
    }

    private ModelAndView page(
            Officer officer,
            Mistakes mistakes,
            Typed typed,
            String day,
            String name,
            boolean national) {
        var page =
                new SilencePage(
                        Answers.calendar(officer),
                        typed.gap(),
                        typed.nightFrom(),
                        typed.nightTo(),
                        silence.mourning(officer),
                        day,
                        name,
                        national,
                        Silence.maySet(officer),
                        mistakes);
        var answer = new ModelAndView("desk/calendar/silence", "page", page);
        if (!mistakes.isEmpty()) {
            answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return answer;
    }

    private static <T> Optional<T> read(String typed, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(typed.strip()));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static String base(Officer officer) {
        return Answers.calendar(officer) + "/silence";
    }
}
