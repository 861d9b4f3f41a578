package fr.tocsin.media.web;

import fr.tocsin.media.MediaItem;
import fr.tocsin.pages.Mistakes;
import java.util.Locale;

/// One picture with what is known of it.
///
/// @param base address of the library
/// @param alt the alternative text as typed
/// @param mayChange whether this officer may describe and remove it
public record PicturePage(
        String base, MediaItem item, String alt, boolean mayChange, Mistakes mistakes) {

    public String href() {
        return base + "/" + item.id();
    }

    public boolean isLight() {
        return item.bytes() < 1 << 20;
    }

    /// In kilobytes when it is light, else in megabytes.
    public double size() {
        return isLight() ? item.bytes() / 1024.0 : item.bytes() / 1024.0 / 1024.0;
    }

    /// `JPEG`, `PNG` or `WEBP`.
    public String format() {
        return item.type().substring("image/".length()).toUpperCase(Locale.ROOT);
    }
}
