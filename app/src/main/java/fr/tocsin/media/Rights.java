package fr.tocsin.media;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Whose a picture is, and until when it may be shown.
///
/// @param holder who took it or holds the rights; may be empty
/// @param licence the licence or consent under which it is shown; may be empty
/// @param expiresOn last day on which it may leave; null for ever
public record Rights(String holder, String licence, String note, @Nullable LocalDate expiresOn) {

    public static final Rights UNKNOWN = new Rights("", "", "", null);

    /// Whether it may no longer leave on that day.
    public boolean expiredOn(LocalDate day) {
        return expiresOn != null && day.isAfter(expiresOn);
    }
}
