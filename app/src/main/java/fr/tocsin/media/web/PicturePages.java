package fr.tocsin.media.web;

import fr.tocsin.media.Library;
import fr.tocsin.media.Media;
import fr.tocsin.media.MediaId;
import fr.tocsin.media.MediaItem;
import fr.tocsin.media.Originals;
import fr.tocsin.pages.Mistakes;
import fr.tocsin.units.Officer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// Gathers what the page of a picture shows.
@Component
class PicturePages {

    private final Media media;
    private final Library library;
    private final Originals originals;
    private final Clock clock;

    PicturePages(Media media, Library library, Originals originals, Clock clock) {
        this.media = media;
        this.library = library;
        this.originals = originals;
        this.clock = clock;
    }

    MediaItem found(Officer officer, UUID id) {
        return media.find(officer.unitId(), new MediaId(id))
                .filter(item -> originals.mayRead(officer, item))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    ModelAndView page(
            Officer officer, MediaItem item, String alt, Mistakes mistakes, HttpStatus status) {
        return page(officer, item, alt, PicturePage.Typed.of(item), mistakes, status);
    }

    ModelAndView page(
            Officer officer,
            MediaItem item,
            String alt,
            PicturePage.Typed typed,
            Mistakes mistakes,
            HttpStatus status) {
        var page =
                new PicturePage(
                        LibraryController.base(officer),
                        item,
                        alt,
                        typed,
                        TilePage.expiry(item, LocalDate.ofInstant(clock.instant(), Library.ZONE)),
                        "/desk/" + officer.unit().slug(),
                        library.places(officer.unitId(), item.id()),
                        LibraryController.mayChange(officer),
                        originals
                                .sourceOf(officer.unitId(), item.id())
                                .filter(source -> originals.mayRead(officer, source)),
                        item.keptApart() ? originals.looks(officer, item.id()) : List.of(),
                        mistakes);
        return new ModelAndView("desk/media/show", Map.of("page", page), status);
    }
}
