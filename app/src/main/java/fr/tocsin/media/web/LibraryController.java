package fr.tocsin.media.web;

import fr.tocsin.media.Media;
import fr.tocsin.media.MediaItem;
import fr.tocsin.media.Upload;
import fr.tocsin.pages.Notice;
import fr.tocsin.units.Officer;
import fr.tocsin.units.Role;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/// The unit's pictures: look, search, add.
@Controller
class LibraryController {

    static final Role[] MAY_CHANGE = {
        Role.AUTHOR, Role.APPROVER, Role.PROPERTY_CLERK, Role.ADMINISTRATOR
    };

    private static final int PAGE = 48;

    private final Media media;

    LibraryController(Media media) {
        this.media = media;
    }

    @GetMapping("/desk/{unit}/media")
    ModelAndView library(
            Officer officer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page) {
        officer.require(Role.insiders());
        return new ModelAndView(
                "desk/media", "page", page(officer, q, Math.clamp(page, 1, 10_000), List.of()));
    }

    /// Answers a script with the tiles alone, and a plain form with the library.
    @PostMapping("/desk/{unit}/media")
    ModelAndView add(
            Officer officer,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean script,
            RedirectAttributes redirect) {
        officer.require(MAY_CHANGE);
        var uploads = Uploads.of(media, officer, files == null ? List.of() : files);
        var refused =
                uploads.isEmpty()
                        ? List.of(
                                new LibraryPage.Refusal("", new Upload.Refused("none", List.of())))
                        : uploads.refused();
        var status = refused.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        if (script) {
            var tiles = tiles(officer, uploads.stored());
            return new ModelAndView(
                    "desk/media/added", Map.of("tiles", tiles, "refused", refused), status);
        }
        if (!refused.isEmpty()) {
            return new ModelAndView(
                    "desk/media", Map.of("page", page(officer, "", 1, refused)), status);
        }
        Notice.done("media.added", uploads.stored().size()).on(redirect);
        var library = new RedirectView(base(officer));
        library.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(library);
    }

    private LibraryPage page(
            Officer officer, String words, int number, List<LibraryPage.Refusal> refused) {
        var found = media.search(officer.unitId(), words, (number - 1) * PAGE, PAGE + 1);
        var shown = found.subList(0, Math.min(PAGE, found.size()));
        return new LibraryPage(
                base(officer),
                words,
                tiles(officer, shown),
                mayChange(officer),
                refused,
                found.size() > PAGE ? number + 1 : 0);
    }

    private static List<TilePage> tiles(Officer officer, List<MediaItem> items) {
        return items.stream().map(item -> new TilePage(base(officer), item)).toList();
    }

    static String base(Officer officer) {
        return "/desk/" + officer.unit().slug() + "/media";
    }

    static boolean mayChange(Officer officer) {
        return List.of(MAY_CHANGE).stream().anyMatch(officer::is);
    }
}
