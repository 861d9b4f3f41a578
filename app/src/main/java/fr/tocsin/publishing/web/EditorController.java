package fr.tocsin.publishing.web;

import fr.tocsin.delivering.Kind;
import fr.tocsin.pages.Mistakes;
import fr.tocsin.pages.Notice;
import fr.tocsin.publishing.Draft;
import fr.tocsin.publishing.Outcome.Saving;
import fr.tocsin.publishing.Publication;
import fr.tocsin.publishing.PublicationId;
import fr.tocsin.publishing.Publishing;
import fr.tocsin.publishing.Records;
import fr.tocsin.units.Officer;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Writing. Every button of the editor sends the whole form, so that nothing typed is ever lost.
@Controller
@RequestMapping("/desk/{unit}/publications")
class EditorController {

    private static final String EDITOR = "desk/publications/edit";

    private final Publishing publishing;
    private final Records records;
    private final EditorPages pages;
    private final Clock clock;

    EditorController(Publishing publishing, Records records, EditorPages pages, Clock clock) {
        this.publishing = publishing;
        this.records = records;
        this.pages = pages;
        this.clock = clock;
    }

    @PostMapping
    ModelAndView create(Officer officer, @RequestParam(defaultValue = "") String kind) {
        var publication =
                publishing.draft(officer, PublicationController.kind(kind).orElse(Kind.COMMUNITY));
        return Answers.seeOther(new DeskPath(officer).editor(publication.id()));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(
            Officer officer, @PathVariable UUID id, @RequestParam(defaultValue = "") String tab) {
        var publication = records.find(officer, new PublicationId(id));
        if (!publication.open()) {
            publishing.here(officer, publication.id());
            return Answers.seeOther(new DeskPath(officer).publication(publication.id()));
        }
        return editor(officer, publication, DraftForm.of(publication), tab);
    }

    @PostMapping("/{id}/draft")
    ModelAndView save(
            Officer officer,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean byItself,
            RedirectAttributes redirect) {
        return saved(
                officer,
                id,
                DraftForm.of(sent),
                redirect,
                publication -> {
                    if (byItself) {
                        return new ModelAndView(
                                "desk/publications/saved",
                                Map.of("at", clock.instant(), "version", publication.version()));
                    }
                    Notice.done("publishing.saved").on(redirect);
                    return Answers.seeOther(new DeskPath(officer).editor(publication.id()));
                });
    }

    @PostMapping("/{id}/pictures")
    ModelAndView pictures(
            Officer officer,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam String change,
            RedirectAttributes redirect) {
        var form = DraftForm.of(sent);
        var workshop = Changes.workshop(form.draft(), change);
        if (workshop.isPresent()) {
            return saved(
                    officer,
                    id,
                    form,
                    redirect,
                    publication ->
                            Answers.seeOther(
                                    new DeskPath(officer)
                                            .workshop(publication.id(), workshop.get())));
        }
        return changed(
                officer, id, sent, redirect, "#pictures", draft -> Changes.image(draft, change));
    }

    @PostMapping("/{id}/variants/{network:[a-z0-9-]{1,40}}")
    ModelAndView diverge(
            Officer officer,
            @PathVariable UUID id,
            @PathVariable String network,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect) {
        return changed(
                officer,
                id,
                sent,
                redirect,
                "?tab=" + network,
                draft -> Changes.diverge(draft, network));
    }

    @PostMapping("/{id}/variants/{network:[a-z0-9-]{1,40}}/end")
    ModelAndView follow(
            Officer officer,
            @PathVariable UUID id,
            @PathVariable String network,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect) {
        return changed(
                officer,
                id,
                sent,
                redirect,
                "?tab=" + network,
                draft -> Changes.follow(draft, network));
    }

    /// A choice that changes what else there is to fill in: the editor is drawn anew.
    @PostMapping("/{id}/form")
    ModelAndView form(
            Officer officer,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect) {
        return changed(officer, id, sent, redirect, "", UnaryOperator.identity());
    }

    /// Shows what is typed as each network will show it; keeps nothing.
    @PostMapping("/{id}/preview")
    ModelAndView preview(
            Officer officer,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean partial) {
        var publication = records.find(officer, new PublicationId(id));
        var form = DraftForm.of(sent);
        if (partial) {
            return new ModelAndView(
                    "desk/publications/preview", "page", pages.preview(officer, publication, form));
        }
        return editor(officer, publication, form, "");
    }

    @GetMapping("/{id}/presence")
    ModelAndView presence(Officer officer, @PathVariable UUID id, @RequestParam int version) {
        return new ModelAndView(
                "desk/publications/presence",
                "page",
                pages.presence(officer, new PublicationId(id), version));
    }

    private ModelAndView changed(
            Officer officer,
            UUID id,
            MultiValueMap<String, String> sent,
            RedirectAttributes redirect,
            String place,
            UnaryOperator<Draft> change) {
        var form = DraftForm.of(sent);
        return saved(
                officer,
                id,
                form.with(change.apply(form.draft())),
                redirect,
                publication ->
                        Answers.seeOther(new DeskPath(officer).editor(publication.id()) + place));
    }

    private ModelAndView saved(
            Officer officer,
            UUID id,
            DraftForm form,
            RedirectAttributes redirect,
            Function<Publication, ModelAndView> then) {
        var saving =
                publishing.save(
                        officer,
                        new PublicationId(id),
                        form.version(),
                        form.draft(),
                        form.explanation());
        return switch (saving) {
            case Saving.Saved(var publication, _) -> then.apply(publication);
            case Saving.Conflict(var current) -> Answers.conflict(officer, form, current, pages);
            case Saving.Closed(var current) -> {
                Notice.warning("publishing.closed").on(redirect);
                yield Answers.seeOther(new DeskPath(officer).publication(current.id()));
            }
        };
    }

    private ModelAndView editor(
            Officer officer, Publication publication, DraftForm form, String tab) {
        return new ModelAndView(
                EDITOR, "page", pages.editor(officer, publication, form, Mistakes.NONE, "", tab));
    }
}
