package fr.tocsin.delivering;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A publication of a stopped unit, with what of it has not left.
///
/// @param dueAt when the first of it was, or is, to leave
/// @param late whether that time has passed: it leaves only if a person says so
/// @param begun whether a part of it is public already
/// @param accounts to which it is to go
public record HeldBack(
        UUID publication,
        Kind kind,
        String text,
        Instant dueAt,
        boolean late,
        boolean begun,
        List<Account> accounts) {

    private static final int SHOWN = 120;

    /// Title, or the beginning of the text.
    static String heading(Post post) {
        var title = post.title();
        var text = title == null || title.isBlank() ? post.parts().getFirst().text() : title;
        return text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
