package fr.tocsin.units.web.desk;

import fr.tocsin.pages.Mistakes;
import fr.tocsin.pages.Notice;
import fr.tocsin.units.Officer;
import fr.tocsin.units.Role;
import fr.tocsin.units.Unit;
import fr.tocsin.units.Units;
import fr.tocsin.units.web.desk.UnitPage.UnitForm;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What the public reads about the unit.
@Controller
class UnitController {

    private final Units units;

    UnitController(Units units) {
        this.units = units;
    }

    @GetMapping("/desk/{unit}/unit")
    String show(Officer officer, Model model) {
        officer.require(Role.ADMINISTRATOR);
        return page(officer, UnitForm.of(officer.unit()), Mistakes.NONE, model);
    }

    @PostMapping("/desk/{unit}/unit")
    String describe(
            Officer officer,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "OTHER") Unit.Service service,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String contact,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        officer.require(Role.ADMINISTRATOR);
        var mistakes = UnitPage.check(name, place);
        if (!mistakes.isEmpty()) {
            response.setStatus(422);
            return page(officer, new UnitForm(name, service, place, contact), mistakes, model);
        }
        units.describe(officer, name.strip(), service, place.strip(), contact.strip());
        Notice.done("units.saved").on(redirect);
        return "redirect:/desk/" + officer.unit().slug() + "/unit";
    }

    private static String page(Officer officer, UnitForm form, Mistakes mistakes, Model model) {
        model.addAttribute("page", new UnitPage(officer.unit().slug(), form, mistakes));
        return "desk/unit";
    }
}
