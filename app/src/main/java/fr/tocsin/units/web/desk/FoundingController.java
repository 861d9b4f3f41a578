package fr.tocsin.units.web.desk;

import fr.tocsin.pages.Mistakes;
import fr.tocsin.pages.Notice;
import fr.tocsin.units.Founding;
import fr.tocsin.units.Member;
import fr.tocsin.units.Unit;
import fr.tocsin.units.Units;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A further unit on this installation.
@Controller
@RequestMapping("/desk/units")
class FoundingController {

    private static final String MEMBER = "fr.tocsin.units.Member";

    private final Founding founding;

    FoundingController(Founding founding) {
        this.founding = founding;
    }

    @GetMapping
    String form(@RequestAttribute(MEMBER) Member member, Model model) {
        demand(member);
        return page(FoundingPage.EMPTY, Mistakes.NONE, model);
    }

    @PostMapping
    String found(
            @RequestAttribute(MEMBER) Member member,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String slug,
            @RequestParam(defaultValue = "OTHER") Unit.Service service,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String contact,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        demand(member);
        var form = new FoundingPage.Form(name, slug, service, place, contact);
        var mistakes = form.check();
        if (mistakes.isEmpty()) {
            try {
                var unit =
                        founding.found(
                                member,
                                form.address(),
                                name.strip(),
                                service,
                                place.strip(),
                                contact.strip());
                Notice.done("units.founded", unit.name()).on(redirect);
                return "redirect:/desk/" + unit.slug() + "/members";
            } catch (Units.SlugTaken taken) {
                mistakes = mistakes.and("slug", "units.slug.taken", form.address());
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(form, mistakes, model);
    }

    private void demand(Member member) {
        if (!founding.mayFound(member)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private static String page(FoundingPage.Form form, Mistakes mistakes, Model model) {
        model.addAttribute("page", new FoundingPage(form, mistakes));
        return "desk/units";
    }
}
