package fr.tocsin.signin.web;

import fr.tocsin.units.Member;
import fr.tocsin.units.Memberships;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/// The way to the one unit one works in, or the choice between several.
@Controller
class DeskController {

    private final Memberships memberships;

    DeskController(Memberships memberships) {
        this.memberships = memberships;
    }

    @GetMapping("/desk")
    String choose(@RequestAttribute("fr.tocsin.units.Member") Member member, Model model) {
        var units = memberships.unitsOf(member.id());
        if (units.size() == 1) {
            return "redirect:/desk/" + units.getFirst().slug();
        }
        model.addAttribute("page", new DeskPage(member.name(), units));
        return "desk/index";
    }
}
