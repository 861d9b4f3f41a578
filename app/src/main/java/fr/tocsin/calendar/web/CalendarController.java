package fr.tocsin.calendar.web;

import fr.tocsin.calendar.Calendar;
import fr.tocsin.units.Officer;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The calendar, as its address asks for it.
@Controller
class CalendarController {

    private final Calendar calendar;
    private final CalendarPages pages;

    CalendarController(Calendar calendar, CalendarPages pages) {
        this.calendar = calendar;
        this.pages = pages;
    }

    @GetMapping("/desk/{unit}/calendar")
    ModelAndView show(Officer officer, @RequestParam MultiValueMap<String, String> sent) {
        var showing = Showing.of(sent, calendar.today());
        return new ModelAndView("desk/calendar/show", "page", pages.page(officer, showing));
    }
}
