package fr.tocsin.media.web;

import fr.tocsin.media.Marks;
import fr.tocsin.media.Media;
import fr.tocsin.media.studio.Recipe;
import fr.tocsin.media.studio.Recipe.Caption;
import fr.tocsin.media.studio.Watermark;
import fr.tocsin.pages.Mistakes;
import fr.tocsin.pages.Notice;
import fr.tocsin.units.Officer;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/// The unit's watermark, and the words it often lays over pictures.
@Controller
@RequestMapping("/desk/{unit}/media/marks")
class MarksController {

    private static final int LONGEST_MARK = 60;

    private final Marks marks;

    MarksController(Marks marks) {
        this.marks = marks;
    }

    @GetMapping
    ModelAndView show(Officer officer) {
        return page(officer, Mistakes.NONE);
    }

    @GetMapping("/logo")
    ResponseEntity<byte[]> logo(Officer officer) {
        return marks.watermark(officer.unitId())
                .map(Watermark::logo)
                .map(logo ->
                        ResponseEntity.ok()
                                .contentType(MediaType.IMAGE_PNG)
                                .cacheControl(CacheControl.noStore())
                                .body(logo))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping("/watermark")
    ModelAndView choose(
            Officer officer,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable MultipartFile logo,
            @RequestParam(defaultValue = "false") boolean withoutLogo,
            @RequestParam(defaultValue = "") String corner,
            @RequestParam(defaultValue = "80") int opacity,
            RedirectAttributes redirect)
            throws IOException {
        var file = logo == null ? new byte[0] : logo.getInputStream().readNBytes(Media.MAX_BYTES);
        var line = text.replaceAll("\\s+", " ").strip();
        if (line.length() > LONGEST_MARK) {
            return page(officer, Mistakes.NONE.and("text", "media.marks.text.long", LONGEST_MARK));
        }
        var refused = marks.choose(officer, line, file, withoutLogo, corner(corner), opacity);
        if (refused.isPresent()) {
            var why = refused.get();
            return page(officer, Mistakes.NONE.and("logo", why.key(), why.args().toArray()));
        }
        Notice.done("media.marks.saved").on(redirect);
        return seeOther(officer);
    }

    @PostMapping("/letterings")
    ModelAndView add(
            Officer officer,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String tone,
            @RequestParam(defaultValue = "") String place,
            RedirectAttributes redirect) {
        var line = words.replaceAll("\\s+", " ").strip();
        if (line.isEmpty() || line.length() > Recipe.LONGEST_CAPTION) {
            return page(
                    officer,
                    Mistakes.NONE.and("words", "media.marks.words", Recipe.LONGEST_CAPTION));
        }
        marks.add(
                officer,
                new Caption(
                        line,
                        word(Recipe.Tone.class, tone, Recipe.Tone.NEUTRAL),
                        word(Recipe.Place.class, place, Recipe.Place.BOTTOM)));
        Notice.done("media.marks.saved").on(redirect);
        return seeOther(officer);
    }

    @PostMapping("/letterings/{id:[0-9a-f-]{36}}/removal")
    ModelAndView remove(Officer officer, @PathVariable UUID id, RedirectAttributes redirect) {
        if (!marks.remove(officer, id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Notice.done("media.marks.removed").on(redirect);
        return seeOther(officer);
    }

    private ModelAndView page(Officer officer, Mistakes mistakes) {
        var page =
                new MarksPage(
                        LibraryController.base(officer),
                        marks.watermark(officer.unitId()),
                        marks.letterings(officer.unitId()),
                        Marks.mayChoose(officer),
                        mistakes);
        return new ModelAndView(
                "desk/media/marks",
                Map.of("page", page),
                mistakes.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static Watermark.Corner corner(String word) {
        return word(Watermark.Corner.class, word, Watermark.Corner.BOTTOM_RIGHT);
    }

    private static <E extends Enum<E>> E word(Class<E> type, String word, E otherwise) {
        try {
            return Enum.valueOf(type, word);
        } catch (IllegalArgumentException unknown) {
            return otherwise;
        }
    }

    private static ModelAndView seeOther(Officer officer) {
        var view = new RedirectView(LibraryController.base(officer) + "/marks");
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }
}
