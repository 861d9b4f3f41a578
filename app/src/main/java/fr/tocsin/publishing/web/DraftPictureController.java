package fr.tocsin.publishing.web;

import fr.tocsin.delivering.Post;
import fr.tocsin.media.Media;
import fr.tocsin.media.Upload;
import fr.tocsin.pages.Mistakes;
import fr.tocsin.pages.Notice;
import fr.tocsin.publishing.Outcome.Saving;
import fr.tocsin.publishing.PublicationId;
import fr.tocsin.publishing.Publishing;
import fr.tocsin.units.Officer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Pictures sent in from the editor: into the unit's library, and onto the draft.
@Controller
class DraftPictureController {

    private final Publishing publishing;
    private final Media media;
    private final EditorPages pages;

    DraftPictureController(Publishing publishing, Media media, EditorPages pages) {
        this.publishing = publishing;
        this.media = media;
        this.pages = pages;
    }

    @PostMapping("/desk/{unit}/publications/{id}/pictures/new")
    ModelAndView add(
            Officer officer,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(required = false) List<MultipartFile> files,
            RedirectAttributes redirect)
            throws IOException {
        var publication = new PublicationId(id);
        publishing.here(officer, publication);
        var images = new ArrayList<Post.Image>();
        var mistakes = Mistakes.NONE;
        for (var file : Objects.requireNonNullElse(files, List.<MultipartFile>of())) {
            if (file.isEmpty()) {
                continue;
            }
            switch (store(officer, file)) {
                case Upload.Stored(var item) ->
                        images.add(new Post.Image(item.id(), item.defaultAlt()));
                case Upload.Refused refused ->
                        mistakes = mistakes.and("images", refused.key(), refused.args().toArray());
            }
        }
        var typed = DraftForm.of(sent);
        var form = typed.with(Changes.add(typed.draft(), images));
        return switch (publishing.save(
                officer, publication, form.version(), form.draft(), form.explanation())) {
            case Saving.Conflict(var current) -> Answers.conflict(officer, form, current, pages);
            case Saving.Closed _ -> {
                Notice.warning("publishing.closed").on(redirect);
                yield Answers.seeOther(new DeskPath(officer).publication(publication));
            }
            case Saving.Saved(var saved, _) -> {
                if (mistakes.isEmpty()) {
                    yield Answers.seeOther(new DeskPath(officer).editor(publication) + "#pictures");
                }
                var page = pages.editor(officer, saved, form.at(saved.version()), mistakes, "", "");
                var answer = new ModelAndView("desk/publications/edit", "page", page);
                answer.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield answer;
            }
        };
    }

    private Upload store(Officer officer, MultipartFile file) throws IOException {
        var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        try (var content = file.getInputStream()) {
            return media.store(officer.unitId(), officer.member(), name, content);
        }
    }
}
