package fr.tocsin.templates.web;

import fr.tocsin.pages.Mistakes;
import fr.tocsin.pages.Notice;
import fr.tocsin.publishing.Planning;
import fr.tocsin.publishing.PublicationId;
import fr.tocsin.publishing.Records;
import fr.tocsin.publishing.Rights;
import fr.tocsin.templates.TemplateId;
import fr.tocsin.templates.Templates;
import fr.tocsin.templates.Wording;
import fr.tocsin.units.Officer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/// Templates: list, write, change, remove, use.
@Controller
@RequestMapping("/desk/{unit}/templates")
class TemplatesController {

    private final Templates templates;
    private final Records records;

    TemplatesController(Templates templates, Records records) {
        this.templates = templates;
        this.records = records;
    }

    @GetMapping
    ModelAndView list(Officer officer) {
        return new ModelAndView(
                "desk/templates/list",
                "page",
                new ListPage(base(officer), templates.list(officer), Rights.WRITE.has(officer)));
    }

    /// An empty template, or one that begins with the words of a publication.
    ///
    /// @param from a publication whose words to begin with; empty for an empty page
    @GetMapping("/new")
    ModelAndView write(
            Officer officer,
            @RequestParam(required = false) @Nullable UUID from,
            @RequestParam(defaultValue = "") String kind) {
        Rights.WRITE.demand(officer);
        var wording =
                from == null
                        ? new Wording(TemplateForm.kind(kind), "", "", "", "", "fr")
                        : wordsOf(officer, new PublicationId(from));
        return edit(officer, "", 0, wording, Mistakes.NONE, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView add(
            Officer officer,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect) {
        Rights.WRITE.demand(officer);
        var form = new TemplateForm(sent);
        if (!form.mistakes().isEmpty()) {
            return refused(officer, "", form, form.mistakes());
        }
        return answer(officer, "", form, templates.add(officer, form.wording()), redirect);
    }

    @GetMapping("/{id}/edit")
    ModelAndView change(Officer officer, @PathVariable UUID id) {
        Rights.WRITE.demand(officer);
        var template = templates.find(officer, new TemplateId(id));
        return edit(
                officer,
                id.toString(),
                template.version(),
                template.wording(),
                Mistakes.NONE,
                HttpStatus.OK);
    }

    @PostMapping("/{id}")
    ModelAndView save(
            Officer officer,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            RedirectAttributes redirect) {
        Rights.WRITE.demand(officer);
        var template = templates.find(officer, new TemplateId(id));
        var form = new TemplateForm(sent);
        if (!form.mistakes().isEmpty()) {
            return refused(officer, id.toString(), form, form.mistakes());
        }
        var saved = templates.save(officer, template.id(), form.version(), form.wording());
        return answer(officer, id.toString(), form, saved, redirect);
    }

    @PostMapping("/{id}/removal")
    ModelAndView remove(Officer officer, @PathVariable UUID id, RedirectAttributes redirect) {
        templates.remove(officer, new TemplateId(id));
        Notice.done("templates.removed").on(redirect);
        return seeOther(base(officer));
    }

    @GetMapping("/{id}")
    ModelAndView use(Officer officer, @PathVariable UUID id) {
        Rights.WRITE.demand(officer);
        var template = templates.find(officer, new TemplateId(id));
        var known = templates.known(officer, template, Planning.NOW);
        var blanks =
                template.wording().blanks().stream()
                        .map(name ->
                                new UsePage.Blank(
                                        "blank." + name, name, known.getOrDefault(name, "")))
                        .toList();
        return new ModelAndView(
                "desk/templates/use",
                "page",
                new UsePage(base(officer), base(officer) + "/" + id, template, blanks));
    }

    @PostMapping("/{id}/drafts")
    ModelAndView draft(
            Officer officer,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent) {
        var words = new TemplateForm(sent).words();
        var draft = templates.draft(officer, new TemplateId(id), words, Planning.NOW);
        return seeOther("/desk/" + officer.unit().slug() + "/publications/" + draft.id() + "/edit");
    }

    private Wording wordsOf(Officer officer, PublicationId id) {
        var draft = records.find(officer, id).draft();
        var name = draft.title().strip();
        return new Wording(
                draft.kind(),
                name.substring(0, Math.min(80, name.length())),
                draft.title(),
                draft.text(),
                draft.link(),
                draft.language());
    }

    private ModelAndView answer(
            Officer officer,
            String id,
            TemplateForm form,
            Templates.Saved saved,
            RedirectAttributes redirect) {
        return switch (saved) {
            case DONE -> {
                Notice.done("templates.saved", form.wording().name()).on(redirect);
                yield seeOther(base(officer));
            }
            case NAME_TAKEN ->
                    refused(
                            officer,
                            id,
                            form,
                            Mistakes.NONE.and("name", "templates.mistake.name.taken"));
            case CHANGED_MEANWHILE -> {
                var now = templates.find(officer, new TemplateId(UUID.fromString(id)));
                var changed = Mistakes.NONE.and("", "templates.mistake.meanwhile", now.updatedBy());
                yield edit(
                        officer, id, now.version(), form.wording(), changed, HttpStatus.CONFLICT);
            }
        };
    }

    private static ModelAndView refused(
            Officer officer, String id, TemplateForm form, Mistakes mistakes) {
        return edit(
                officer,
                id,
                form.version(),
                form.wording(),
                mistakes,
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView edit(
            Officer officer,
            String id,
            int version,
            Wording wording,
            Mistakes mistakes,
            HttpStatus status) {
        var page = new EditPage(base(officer), id, version, wording, mistakes);
        var answer = new ModelAndView("desk/templates/edit", "page", page);
        answer.setStatus(status);
        return answer;
    }

    private static ModelAndView seeOther(String path) {
        var redirect = new RedirectView(path);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirect);
    }

    private static String base(Officer officer) {
        return "/desk/" + officer.unit().slug() + "/templates";
    }
}
