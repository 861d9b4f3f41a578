package fr.tocsin.publishing.web;

import fr.tocsin.delivering.Post;
import fr.tocsin.media.Library;
import fr.tocsin.media.Media;
import fr.tocsin.media.MediaId;
import fr.tocsin.media.Wanted;
import fr.tocsin.pages.Notice;
import fr.tocsin.publishing.Outcome.Saving;
import fr.tocsin.publishing.PublicationId;
import fr.tocsin.publishing.Publishing;
import fr.tocsin.publishing.Records;
import fr.tocsin.units.Officer;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/// Taking a picture from the library into a draft.
@Controller
@RequestMapping("/desk/{unit}/publications/{id}/pictures/library")
class PickController {

    private final Publishing publishing;
    private final Records records;
    private final Media media;
    private final Library library;

    PickController(Publishing publishing, Records records, Media media, Library library) {
        this.publishing = publishing;
        this.records = records;
        this.media = media;
        this.library = library;
    }

    @GetMapping
    ModelAndView look(
            Officer officer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page) {
        var publication = records.find(officer, new PublicationId(id));
        var desk = new DeskPath(officer);
        var number = Math.clamp(page, 1, 10_000);
        var found = library.search(officer.unitId(), new Wanted(q, null, number));
        return new ModelAndView(
                "desk/publications/pick",
                "page",
                new PickPage(
                        desk.library(publication.id()),
                        desk.editor(publication.id()) + "#pictures",
                        desk.desk() + "/media",
                        q,
                        found.items(),
                        publication.draft().images().stream()
                                .map(image -> image.media().toString())
                                .toList(),
                        number,
                        found.pages(),
                        UriComponentsBuilder.newInstance()
                                .queryParam("q", "{words}")
                                .queryParam("page", "")
                                .encode()
                                .buildAndExpand(q)
                                .toUriString()));
    }

    @PostMapping
    ModelAndView take(
            Officer officer,
            @PathVariable UUID id,
            @RequestParam UUID picture,
            RedirectAttributes redirect) {
        var publication = records.find(officer, new PublicationId(id));
        var item =
                media.current(officer.unitId(), new MediaId(picture))
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var draft =
                Changes.add(
                        publication.draft(), List.of(new Post.Image(item.id(), item.defaultAlt())));
        return switch (publishing.save(officer, publication.id(), publication.version(), draft)) {
            case Saving.Saved _ ->
                    Answers.seeOther(new DeskPath(officer).editor(publication.id()) + "#pictures");
            case Saving.Conflict _ -> {
                Notice.warning("publishing.pick.again").on(redirect);
                yield Answers.seeOther(new DeskPath(officer).library(publication.id()));
            }
            case Saving.Closed _ -> {
                Notice.warning("publishing.closed").on(redirect);
                yield Answers.seeOther(new DeskPath(officer).publication(publication.id()));
            }
        };
    }
}
