package fr.tocsin.media.web;

import fr.tocsin.media.MediaItem;
import java.time.LocalDate;

/// One picture in a grid.
///
/// @param base address of the library
/// @param expiry what there is to say of its last day
public record TilePage(String base, MediaItem item, Expiry expiry) {

    /// How near a picture's last day is.
    public enum Expiry {
        FAR,
        SOON,
        OVER
    }

    static TilePage of(String base, MediaItem item, LocalDate today) {
        return new TilePage(base, item, expiry(item, today));
    }

    static Expiry expiry(MediaItem item, LocalDate today) {
        if (item.rights().expiredOn(today)) {
            return Expiry.OVER;
        }
        return item.rights().expiredOn(today.plus(LibraryController.SOON).plusDays(1))
                ? Expiry.SOON
                : Expiry.FAR;
    }

    public String href() {
        return base + "/" + item.id();
    }

    public String thumbnail() {
        return href() + "/thumbnail";
    }
}
