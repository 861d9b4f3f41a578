package fr.tocsin.media.web;

import fr.tocsin.media.MediaItem;
import fr.tocsin.media.Originals;
import fr.tocsin.media.PictureUse;
import fr.tocsin.media.Rights;
import fr.tocsin.pages.Mistakes;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One picture with what is known of it.
///
/// @param base address of the library
/// @param alt the alternative text as typed
/// @param typed tags and rights
/// @param desk the unit's desk
/// @param places where it is used
/// @param mayChange whether this officer may describe and remove it
/// @param source the original it was made from, where this officer may see it
/// @param looks who has seen it since it is kept apart
public record PicturePage(
        String base,
        MediaItem item,
        String alt,
        Typed typed,
        TilePage.Expiry expiry,
        String desk,
        List<PictureUse.Place> places,
        boolean mayChange,
        Optional<MediaItem> source,
        List<Originals.Look> looks,
        Mistakes mistakes) {

    /// Tags and rights as typed.
    ///
    /// @param expiresOn ISO date; empty for never
    public record Typed(String tags, String holder, String licence, String note, String expiresOn) {

        private static final int LONGEST = 300;

        static Typed of(MediaItem item) {
            var rights = item.rights();
            var last = rights.expiresOn();
            return new Typed(
                    item.tags(),
                    rights.holder(),
                    rights.licence(),
                    rights.note(),
                    last == null ? "" : last.toString());
        }

        Mistakes mistakes() {
            return Mistakes.NONE
                    .andIf(tags.length() > LONGEST, "tags", "media.rights.long", LONGEST)
                    .andIf(holder.length() > LONGEST, "holder", "media.rights.long", LONGEST)
                    .andIf(licence.length() > LONGEST, "licence", "media.rights.long", LONGEST)
                    .andIf(note.length() > 4 * LONGEST, "note", "media.rights.long", 4 * LONGEST)
                    .andIf(unreadable(), "expiresOn", "media.rights.date");
        }

        Rights rights() {
            return new Rights(
                    holder.strip(),
                    licence.strip(),
                    note.replace("\r\n", "\n").strip(),
                    expiresOn.isBlank() ? null : LocalDate.parse(expiresOn.strip()));
        }

        /// A date that no calendar on a wall has is a slip of the finger.
        private boolean unreadable() {
            if (expiresOn.isBlank()) {
                return false;
            }
            try {
                var year = LocalDate.parse(expiresOn.strip()).getYear();
                return year < 2000 || year > 2200;
            } catch (DateTimeParseException e) {
                return true;
            }
        }
    }

    public String href() {
        return base + "/" + item.id();
    }

    /// The picture itself; of an original that is kept apart, each look is recorded.
    public String image() {
        return href() + (item.keptApart() ? "/original" : "/view");
    }

    /// How long it runs, as `2:05`.
    public String length() {
        var seconds = Math.ceilDiv(item.millis(), 1_000);
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
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
        return item.type().replaceFirst(".*/", "").toUpperCase(Locale.ROOT);
    }
}
