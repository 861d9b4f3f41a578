package fr.tocsin.publishing.web;

import fr.tocsin.pages.Mistakes;
import fr.tocsin.publishing.Mistake;
import fr.tocsin.publishing.Publication;
import fr.tocsin.units.Officer;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/// Answers that several controllers give.
final class Answers {

    private Answers() {}

    static ModelAndView seeOther(String path) {
        var redirect = new RedirectView(path);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    /// Both texts side by side; nothing was overwritten.
    static ModelAndView conflict(
            Officer officer, DraftForm mine, Publication theirs, EditorPages pages) {
        var base = new DeskPath(officer).publication(theirs.id());
        var answer =
                new ModelAndView(
                        "desk/publications/conflict",
                        "page",
                        ConflictPage.of(base, mine, theirs, pages.words()));
        answer.setStatus(HttpStatus.CONFLICT);
        return answer;
    }

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
