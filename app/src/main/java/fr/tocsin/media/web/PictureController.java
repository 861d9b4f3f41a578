package fr.tocsin.media.web;

import fr.tocsin.media.Library;
import fr.tocsin.media.Media;
import fr.tocsin.media.MediaId;
import fr.tocsin.media.Originals;
import fr.tocsin.media.Rendition;
import fr.tocsin.pages.Mistakes;
import fr.tocsin.pages.Notice;
import fr.tocsin.units.Officer;
import fr.tocsin.units.Role;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/// One picture at the desk: look at it, describe it, take it out. Files are never sent as they
/// came.
@Controller("deskPictureController")
@RequestMapping("/desk/{unit}/media/{id:[0-9a-f-]{36}}")
class PictureController {

    /// No network takes longer ones.
    private static final int MAX_ALT = 1_500;

    private final Media media;
    private final Library library;
    private final Originals originals;
    private final PicturePages pages;

    PictureController(Media media, Library library, Originals originals, PicturePages pages) {
        this.media = media;
        this.library = library;
        this.originals = originals;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView picture(Officer officer, @PathVariable UUID id) {
        officer.require(Role.insiders());
        var item = pages.found(officer, id);
        return pages.page(officer, item, item.defaultAlt(), Mistakes.NONE, HttpStatus.OK);
    }

    @GetMapping("/thumbnail")
    ResponseEntity<byte[]> thumbnail(Officer officer, @PathVariable UUID id) {
        officer.require(Role.insiders());
        return image(media.thumb(officer.unitId(), new MediaId(id)));
    }

    @GetMapping("/view")
    ResponseEntity<byte[]> view(Officer officer, @PathVariable UUID id) {
        officer.require(Role.insiders());
        return image(media.view(officer.unitId(), new MediaId(id)));
    }

    /// The original of an edited picture, for those who may; every look is recorded.
    @GetMapping("/original")
    ResponseEntity<byte[]> original(Officer officer, @PathVariable UUID id) {
        return originals
                .view(officer, new MediaId(id))
                .map(it ->
                        ResponseEntity.ok()
                                .contentType(MediaType.parseMediaType(it.type()))
                                .cacheControl(CacheControl.noStore())
                                .body(it.bytes()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping("/alt")
    ModelAndView describe(
            Officer officer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String alt,
            RedirectAttributes redirect) {
        officer.require(LibraryController.MAY_CHANGE);
        var item = pages.found(officer, id);
        var mistakes =
                Mistakes.NONE.andIf(
                        alt.codePointCount(0, alt.length()) > MAX_ALT,
                        "alt",
                        "media.alt.too-long",
                        MAX_ALT);
        if (!mistakes.isEmpty()) {
            return pages.page(officer, item, alt, mistakes, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        media.describe(officer.unitId(), item.id(), alt.replace("\r\n", "\n"));
        Notice.done("media.described").on(redirect);
        return seeOther(LibraryController.base(officer) + "/" + item.id());
    }

    /// Words to find it by, and whose it is.
    @PostMapping("/rights")
    ModelAndView rights(
            Officer officer,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String tags,
            @RequestParam(defaultValue = "") String holder,
            @RequestParam(defaultValue = "") String licence,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String expiresOn,
            RedirectAttributes redirect) {
        officer.require(LibraryController.MAY_CHANGE);
        var item = pages.found(officer, id);
        var typed = new PicturePage.Typed(tags, holder, licence, note, expiresOn);
        var mistakes = typed.mistakes();
        if (!mistakes.isEmpty()) {
            return pages.page(
                    officer,
                    item,
                    item.defaultAlt(),
                    typed,
                    mistakes,
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        library.record(officer.unitId(), item.id(), tags, typed.rights());
        Notice.done("media.rights.saved").on(redirect);
        return seeOther(LibraryController.base(officer) + "/" + item.id());
    }

    @PostMapping("/removal")
    ModelAndView remove(Officer officer, @PathVariable UUID id, RedirectAttributes redirect) {
        officer.require(LibraryController.MAY_CHANGE);
        var item = pages.found(officer, id);
        if (!media.remove(officer.unitId(), item.id())) {
            Notice.failed("media.in-use").on(redirect);
            return seeOther(LibraryController.base(officer) + "/" + item.id());
        }
        Notice.done("media.removed", item.originalName()).on(redirect);
        return seeOther(LibraryController.base(officer));
    }

    /// A picture never changes under its id, so the browser may keep it; nobody else may.
    private static ResponseEntity<byte[]> image(Optional<Rendition> rendition) {
        return rendition
                .map(it ->
                        ResponseEntity.ok()
                                .contentType(MediaType.parseMediaType(it.type()))
                                .cacheControl(
                                        CacheControl.maxAge(Duration.ofDays(1))
                                                .cachePrivate()
                                                .immutable())
                                .body(it.bytes()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    static ModelAndView seeOther(String address) {
        var view = new RedirectView(address);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }
}
