package fr.tocsin.site.web;

import fr.tocsin.media.Films;
import fr.tocsin.media.Media;
import fr.tocsin.media.MediaId;
import fr.tocsin.site.Site;
import fr.tocsin.units.Units;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// Pictures of public pages, in the widths that the pages use; nothing that is not, or no longer,
/// public.
@Controller
class PictureController {

    /// Not longer: what is taken down must not live on in caches on the way.
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final Site site;
    private final Units units;
    private final Media media;
    private final Films films;

    PictureController(Site site, Units units, Media media, Films films) {
        this.site = site;
        this.units = units;
        this.media = media;
        this.films = films;
    }

    /// A video or an animation; players ask for it piece by piece.
    @GetMapping("/u/{unit}/media/{id:[0-9a-f-]{36}}/film")
    ResponseEntity<Resource> film(@PathVariable String unit, @PathVariable UUID id) {
        var picture = new MediaId(id);
        return units.bySlug(unit)
                .filter(owner -> site.isPublic(owner.id(), picture))
                .flatMap(owner -> films.film(owner.id(), picture))
                .map(film ->
                        ResponseEntity.ok()
                                .contentType(MediaType.parseMediaType(film.type()))
                                .cacheControl(
                                        CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                                .<Resource>body(new ByteArrayResource(film.bytes())))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/u/{unit}/media/{id:[0-9a-f-]{36}}/captions")
    ResponseEntity<String> captions(@PathVariable String unit, @PathVariable UUID id) {
        var picture = new MediaId(id);
        return units.bySlug(unit)
                .filter(owner -> site.isPublic(owner.id(), picture))
                .flatMap(owner -> media.find(owner.id(), picture))
                .filter(item -> !item.captions().isEmpty())
                .map(item ->
                        ResponseEntity.ok()
                                .contentType(new MediaType("text", "vtt", StandardCharsets.UTF_8))
                                .cacheControl(
                                        CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                                .body(item.captions()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/u/{unit}/media/{id:[0-9a-f-]{36}}-{width:480|1600}")
    ResponseEntity<byte[]> picture(
            @PathVariable String unit, @PathVariable UUID id, @PathVariable int width) {
        var picture = new MediaId(id);
        return units.bySlug(unit)
                .filter(owner -> site.isPublic(owner.id(), picture))
                .flatMap(owner -> media.publicRendition(owner.id(), picture, width))
                .map(rendition ->
                        ResponseEntity.ok()
                                .contentType(MediaType.parseMediaType(rendition.type()))
                                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                                .body(rendition.bytes()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
