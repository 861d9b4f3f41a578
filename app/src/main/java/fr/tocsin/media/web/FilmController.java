package fr.tocsin.media.web;

import fr.tocsin.media.Films;
import fr.tocsin.media.Media;
import fr.tocsin.media.MediaId;
import fr.tocsin.media.moving.Captions;
import fr.tocsin.pages.Mistakes;
import fr.tocsin.pages.Notice;
import fr.tocsin.units.Officer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// A video or an animation at the desk: play it, caption it, choose its still picture.
@Controller
@RequestMapping("/desk/{unit}/media/{id:[0-9a-f-]{36}}")
class FilmController {

    private final Films films;
    private final PicturePages pages;

    FilmController(Films films, PicturePages pages) {
        this.films = films;
        this.pages = pages;
    }

    /// A video or an animation, to be played at the desk.
    @GetMapping("/film")
    ResponseEntity<Resource> film(Officer officer, @PathVariable UUID id) {
        return films.film(officer.unitId(), new MediaId(id))
                .map(film ->
                        ResponseEntity.ok()
                                .contentType(MediaType.parseMediaType(film.type()))
                                .cacheControl(CacheControl.noCache().cachePrivate())
                                .<Resource>body(new ByteArrayResource(film.bytes())))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/captions")
    ResponseEntity<String> captions(Officer officer, @PathVariable UUID id) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "vtt", StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .body(pages.found(officer, id).captions());
    }

    /// What is spoken in a video, typed or as a file.
    @PostMapping("/captions")
    ModelAndView caption(
            Officer officer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String captions,
            @RequestParam(required = false) @Nullable MultipartFile file,
            RedirectAttributes redirect)
            throws IOException {
        officer.require(LibraryController.MAY_CHANGE);
        var item = pages.found(officer, id);
        var text =
                file == null || file.isEmpty()
                        ? captions
                        : new String(
                                file.getInputStream().readNBytes(4 * Captions.MAX_LENGTH),
                                StandardCharsets.UTF_8);
        var wrong = text.length() > Captions.MAX_LENGTH ? Optional.of(0) : Captions.wrongLine(text);
        if (wrong.isPresent() || !item.video()) {
            return pages.page(
                    officer,
                    item,
                    item.defaultAlt(),
                    Mistakes.NONE.and("captions", "media.captions.wrong", wrong.orElse(0)),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        films.caption(officer.unitId(), item.id(), text.replace("\r\n", "\n").strip());
        Notice.done("media.captions.saved").on(redirect);
        return PictureController.seeOther(LibraryController.base(officer) + "/" + item.id());
    }

    /// Another still picture until it is played.
    @PostMapping("/poster")
    ModelAndView poster(
            Officer officer,
            @PathVariable UUID id,
            @RequestParam MultipartFile picture,
            RedirectAttributes redirect)
            throws IOException {
        officer.require(LibraryController.MAY_CHANGE);
        var item = pages.found(officer, id);
        var file = picture.getInputStream().readNBytes(Media.MAX_BYTES + 1);
        var refused = films.poster(officer.unitId(), item.id(), file);
        if (refused.isPresent()) {
            var why = refused.get();
            return pages.page(
                    officer,
                    item,
                    item.defaultAlt(),
                    Mistakes.NONE.and("picture", why.key(), why.args().toArray()),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        Notice.done("media.poster.saved").on(redirect);
        return PictureController.seeOther(LibraryController.base(officer) + "/" + item.id());
    }
}
