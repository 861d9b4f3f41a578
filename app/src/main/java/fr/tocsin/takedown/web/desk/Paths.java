package fr.tocsin.takedown.web.desk;

import fr.tocsin.takedown.TakedownId;
import fr.tocsin.units.Officer;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// Addresses of takedowns, and the ways to get there.
final class Paths {

    private Paths() {}

    static String desk(Officer officer) {
        return "/desk/" + officer.unit().slug();
    }

    static String takedowns(Officer officer) {
        return desk(officer) + "/takedowns";
    }

    static String takedown(Officer officer, TakedownId id) {
        return takedowns(officer) + "/" + id;
    }

    static ModelAndView seeOther(String path) {
        var redirect = new RedirectView(path);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    /// What is not there and what is another unit's look the same.
    static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
