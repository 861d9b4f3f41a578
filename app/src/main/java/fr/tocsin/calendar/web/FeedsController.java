package fr.tocsin.calendar.web;

import fr.tocsin.calendar.Feeds;
import fr.tocsin.pages.Mistakes;
import fr.tocsin.pages.Notice;
import fr.tocsin.settings.Settings;
import fr.tocsin.units.Officer;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
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

/// The addresses at which members read the calendar: opened and revoked.
@Controller
@RequestMapping("/desk/{unit}/calendar/feeds")
class FeedsController {

    private final Feeds feeds;
    private final Settings settings;

    FeedsController(Feeds feeds, Settings settings) {
        this.feeds = feeds;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView list(Officer officer) {
        return page(officer, "", "", Mistakes.NONE);
    }

    /// The answer shows the secret, so it is no redirect and nobody keeps it.
    @PostMapping
    ModelAndView open(
            Officer officer,
            @RequestParam(defaultValue = "") String name,
            HttpServletResponse response) {
        var wrong =
                Mistakes.NONE.andIf(
                        name.isBlank() || name.length() > 60, "name", "calendar.mistake.feed.name");
        if (!wrong.isEmpty()) {
            return page(officer, name, "", wrong);
        }
        var secret = feeds.open(officer, name.strip());
        if (secret.isEmpty()) {
            var many = Mistakes.NONE.and("", "calendar.mistake.feeds", Feeds.MOST);
            return page(officer, name, "", many);
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        return page(officer, "", address(secret.get()), Mistakes.NONE);
    }

    @PostMapping("/{id}/revocation")
    ModelAndView revoke(Officer officer, @PathVariable UUID id, RedirectAttributes redirect) {
        if (!feeds.revoke(officer, id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Notice.done("calendar.feed.revoked").on(redirect);
        return Answers.seeOther(Answers.calendar(officer) + "/feeds");
    }

    private String address(String secret) {
        return settings.publicUrl().resolve("/calendar/" + secret + ".ics").toString();
    }

    private ModelAndView page(Officer officer, String name, String opened, Mistakes mistakes) {
        var page =
                new FeedsPage(
                        Answers.calendar(officer), feeds.list(officer), name, opened, mistakes);
        var answer = new ModelAndView("desk/calendar/feeds", "page", page);
        if (!mistakes.isEmpty()) {
            answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return answer;
    }
}
