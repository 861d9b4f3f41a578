package fr.tocsin.media.web;

import fr.tocsin.media.Media;
import fr.tocsin.media.Upload;
import java.util.List;

/// The unit's pictures, newest first.
///
/// @param base address of the library
/// @param words what was searched for
/// @param mayChange whether this officer may add and describe pictures
/// @param refused the files that were just sent and not taken
/// @param next number of the next page, 0 when this is the last
public record LibraryPage(
        String base,
        String words,
        List<TilePage> pictures,
        boolean mayChange,
        List<Refusal> refused,
        int next) {

    /// The largest file that is taken, in megabytes.
    public int megabytes() {
        return Media.MAX_BYTES >> 20;
    }

    /// A file that was not taken, and why.
    public record Refusal(String name, Upload.Refused why) {}
}
