package fr.tocsin.calendar.web;

import fr.tocsin.pages.Mistakes;
import fr.tocsin.publishing.Mistake;
import fr.tocsin.units.Officer;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// Answers and addresses that several controllers give.
final class Answers {

    private Answers() {}

    static String calendar(Officer officer) {
        return "/desk/" + officer.unit().slug() + "/calendar";
    }

    static ModelAndView seeOther(String path) {
        var redirect = new RedirectView(path);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    /// What publishing refuses, in its own words.
    static Mistakes mistakes(List<Mistake> found) {
        return new Mistakes(
                found.stream()
                        .map(mistake ->
                                new Mistakes.Mistake(
                                        mistake.field(),
                                        "publishing.mistake." + mistake.code(),
                                        mistake.args()))
                        .toList());
    }
}
