package fr.tocsin.pages;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What one request brings to the page it is answered with.
///
/// @param path the address asked for, without query
/// @param alarms asked for only by whole pages
/// @param navigation worked out only where a page shows it
public record Visit(
        String path,
        @Nullable Identity identity,
        Csrf csrf,
        Appearance appearance,
        List<Notice> notices,
        Supplier<List<Alarm.Raised>> alarms,
        Supplier<Navigation> navigation) {

    /// The token against forged requests, read only when a form needs it, because reading it may
    /// open a session and the public's pages open none.
    public record Csrf(String field, Supplier<String> source) {

        /// For pages that are rendered outside a request.
        public static final Csrf NONE = new Csrf("_csrf", () -> "");

        String token() {
            return source.get();
        }
    }
}
