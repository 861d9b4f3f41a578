package fr.tocsin.publishing.web;

import fr.tocsin.units.Officer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Where one arrives at a unit's desk: its publications.
@Controller
class DeskFrontController {

    @GetMapping("/desk/{unit}")
    String front(Officer officer) {
        return "redirect:/desk/" + officer.unit().slug() + "/publications";
    }
}
