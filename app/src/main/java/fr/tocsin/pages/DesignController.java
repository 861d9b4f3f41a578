package fr.tocsin.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/// The living page of the design: every component as it is. The unit and the people in it are made
/// up.
@Controller
class DesignController {

    private final Clock clock;
    private final Assets assets;

    DesignController(Clock clock, Assets assets) {
        this.clock = clock;
        this.assets = assets;
    }

    @ModelAttribute("page")
    DesignPage page() {
        return DesignPage.at(clock.instant(), assets.url("design/river.svg"));
    }

    @GetMapping("/desk/design")
    String desk(@RequestParam(defaultValue = "fire") String service, HttpServletRequest request) {
        request.setAttribute(
                Identity.class.getName(),
                new Identity("design", "Unité d’exemple", service, "Alice Martin", true, Set.of()));
        return "desk/design";
    }

    @GetMapping("/desk/design/forms")
    String forms(HttpServletRequest request) {
        desk("gendarmerie", request);
        return "desk/design/forms";
    }

    @GetMapping("/desk/design/door")
    String door() {
        return "desk/design/door";
    }

    @GetMapping("/desk/design/site")
    String site(@RequestParam(defaultValue = "gendarmerie") String service, Model model) {
        model.addAttribute(
                "header",
                new SiteHeader(
                        "Unité d’exemple",
                        "design",
                        service,
                        "Vienne (86)",
                        "Brigade de Poitiers, 05 00 00 00 00",
                        true,
                        List.of(
                                new Destination("/desk/design/site", "Actualités", "", true),
                                new Destination("/desk/design", "Objets retrouvés", "", false),
                                new Destination("/desk/design/door", "Recherche", "", false)),
                        List.of(
                                new SiteHeader.Feed("Atom", "application/atom+xml", "/feed.atom"),
                                new SiteHeader.Feed("RSS", "application/rss+xml", "/feed.rss"),
                                new SiteHeader.Feed(
                                        "JSON Feed", "application/feed+json", "/feed.json"))));
        return "desk/design/site";
    }
}
