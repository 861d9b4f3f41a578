package fr.tocsin.media.web;

import fr.tocsin.media.Marks;
import fr.tocsin.media.MediaId;
import fr.tocsin.media.Studio;
import fr.tocsin.media.studio.Recipe;
import fr.tocsin.media.studio.Watermark;
import fr.tocsin.pages.Mistakes;
import fr.tocsin.pages.Notice;
import fr.tocsin.units.Officer;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/// Turning, hiding, cropping, lettering. With scripts one draws on the picture; without them one
/// types places in percent, and every button draws the page anew.
@Controller
@RequestMapping("/desk/{unit}/media/{id:[0-9a-f-]{36}}/studio")
class StudioController {

    /// One may come from, and go back to, a publication being written.
    private static final Pattern FROM = Pattern.compile("/publications/[0-9a-f-]{36}/edit");

    private final Studio studio;
    private final Marks marks;

    StudioController(Studio studio, Marks marks) {
        this.studio = studio;
        this.marks = marks;
    }

    @GetMapping
    ModelAndView open(
            Officer officer, @PathVariable UUID id, @RequestParam(defaultValue = "") String from) {
        officer.require(LibraryController.MAY_CHANGE);
        var table = table(officer, id);
        return page(officer, table, table.recipe(), from, Mistakes.NONE);
    }

    /// The picture with the recipe applied; kept by nobody.
    @GetMapping("/preview")
    ResponseEntity<byte[]> preview(
            Officer officer,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent) {
        officer.require(LibraryController.MAY_CHANGE);
        return studio.preview(officer, new MediaId(id), recipe(officer, sent))
                .map(rendition ->
                        ResponseEntity.ok()
                                .contentType(MediaType.parseMediaType(rendition.type()))
                                .cacheControl(CacheControl.noStore())
                                .body(rendition.bytes()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /// The small buttons: each changes the recipe and draws the page anew.
    @PostMapping("/form")
    ModelAndView form(
            Officer officer,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String change,
            @RequestParam(defaultValue = "") String from) {
        officer.require(LibraryController.MAY_CHANGE);
        var table = table(officer, id);
        var changed = RecipeChange.of(change, recipe(officer, sent));
        return page(officer, table, changed, from, Mistakes.NONE);
    }

    @PostMapping
    ModelAndView save(
            Officer officer,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(defaultValue = "") String from,
            RedirectAttributes redirect) {
        officer.require(LibraryController.MAY_CHANGE);
        var table = table(officer, id);
        var recipe = recipe(officer, sent);
        if (recipe.equals(table.recipe()) || recipe.changesNothing()) {
            var mistakes = Mistakes.NONE.and("", "media.studio.nothing");
            return page(officer, table, recipe, from, mistakes);
        }
        var edited = studio.save(officer, new MediaId(id), recipe).orElseThrow(this::missing);
        if (edited.released()) {
            Notice.warning("media.studio.released").on(redirect);
        } else {
            Notice.done("media.studio.saved").on(redirect);
        }
        return seeOther(
                FROM.matcher(from).matches()
                        ? back(officer, from) + "#pictures"
                        : LibraryController.base(officer) + "/" + edited.picture().id());
    }

    private Recipe recipe(Officer officer, MultiValueMap<String, String> sent) {
        return StudioForm.read(
                sent, marks.watermark(officer.unitId()).map(Watermark::id).orElse(null));
    }

    private Studio.Table table(Officer officer, UUID id) {
        return studio.open(officer, new MediaId(id)).orElseThrow(this::missing);
    }

    private ModelAndView page(
            Officer officer, Studio.Table table, Recipe recipe, String from, Mistakes mistakes) {
        var page =
                new StudioPage(
                        LibraryController.base(officer),
                        FROM.matcher(from).matches() ? from : "",
                        back(officer, from),
                        table.picture(),
                        recipe,
                        marks.watermark(officer.unitId()).isPresent(),
                        marks.letterings(officer.unitId()),
                        Marks.mayChoose(officer),
                        mistakes);
        return new ModelAndView(
                "desk/media/studio",
                Map.of("page", page),
                mistakes.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static String back(Officer officer, String from) {
        return FROM.matcher(from).matches()
                ? "/desk/" + officer.unit().slug() + from
                : LibraryController.base(officer);
    }

    private ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private static ModelAndView seeOther(String address) {
        var view = new RedirectView(address);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }
}
