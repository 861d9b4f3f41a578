package fr.tocsin.media.web;

import fr.tocsin.media.Library;
import fr.tocsin.media.Media;
import fr.tocsin.media.MediaItem;
import fr.tocsin.media.Upload;
import fr.tocsin.media.Wanted;
import fr.tocsin.pages.Notice;
import fr.tocsin.units.Officer;
import fr.tocsin.units.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
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

    /// How long before its last day a picture is said to expire soon.
    static final Period SOON = Period.ofDays(30);

    private final Media media;
    private final Library library;
    private final Clock clock;

    LibraryController(Media media, Library library, Clock clock) {
        this.media = media;
        this.library = library;
        this.clock = clock;
    }

    @GetMapping("/desk/{unit}/media")
    ModelAndView library(
            Officer officer,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean expiring,
            @RequestParam(defaultValue = "1") int page) {
        officer.require(Role.insiders());
        var wanted = new Wanted(q, expiring ? soon() : null, Math.clamp(page, 1, 10_000));
        return new ModelAndView("desk/media", "page", page(officer, wanted, List.of()));
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
                    "desk/media",
                    Map.of("page", page(officer, new Wanted("", null, 1), refused)),
                    status);
        }
        Notice.done("media.added", uploads.stored().size()).on(redirect);
        var redirected = new RedirectView(base(officer));
        redirected.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(redirected);
    }

    private LibraryPage page(Officer officer, Wanted wanted, List<LibraryPage.Refusal> refused) {
        var found = library.search(officer.unitId(), wanted);
        return new LibraryPage(
                base(officer),
                wanted.words(),
                wanted.expiring() != null,
                library.expiring(officer.unitId(), soon()),
                tiles(officer, found.items()),
                mayChange(officer),
                refused,
                found.total(),
                wanted.page(),
                found.pages());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Library.ZONE);
    }

    private LocalDate soon() {
        return today().plus(SOON);
    }

    private List<TilePage> tiles(Officer officer, List<MediaItem> items) {
        return items.stream().map(item -> TilePage.of(base(officer), item, today())).toList();
    }

    static String base(Officer officer) {
        return "/desk/" + officer.unit().slug() + "/media";
    }

    static boolean mayChange(Officer officer) {
        return List.of(MAY_CHANGE).stream().anyMatch(officer::is);
    }
}
