package fr.tocsin.media.web;

import fr.tocsin.media.Media;
import fr.tocsin.media.Upload;
import java.util.List;
import org.springframework.web.util.UriComponentsBuilder;

/// One page of the unit's pictures.
///
/// @param base address of the library
/// @param words what was searched for
/// @param expiringOnly whether only what expires soon was asked for
/// @param expiring how many expire soon, or have expired
/// @param mayChange whether this officer may add and describe pictures
/// @param refused the files that were just sent and not taken
/// @param total of pictures found, on all pages
public record LibraryPage(
        String base,
        String words,
        boolean expiringOnly,
        int expiring,
        List<TilePage> pictures,
        boolean mayChange,
        List<Refusal> refused,
        int total,
        int number,
        int pages) {

    /// Address of a page of the same search, to be completed with its number.
    public String paging() {
        return UriComponentsBuilder.newInstance()
                .queryParam("q", "{words}")
                .queryParam("expiring", expiringOnly)
                .queryParam("page", "")
                .encode()
                .buildAndExpand(words)
                .toUriString();
    }

    /// The largest file that is taken, in megabytes.
    public int megabytes() {
        return Media.MAX_BYTES >> 20;
    }

    /// A file that was not taken, and why.
    public record Refusal(String name, Upload.Refused why) {}
}
