package fr.tocsin.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/// What one request wants the next page to say: `Notice.done("publishing.approved").on(redirect)`.
///
/// @param key of the words
/// @param args their `{0}`, `{1}` …: numbers, and text for all else, because they travel through
///   the session
public record Notice(Tone tone, String key, List<Serializable> args) implements Serializable {

    private static final String ATTRIBUTE = Notice.class.getName();

    /// How it is meant.
    public enum Tone {
        DONE,
        NOTE,
        WARNING,
        FAILED;

        /// The word used in style sheets.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Notice done(String key, Object... args) {
        return of(Tone.DONE, key, args);
    }

    public static Notice note(String key, Object... args) {
        return of(Tone.NOTE, key, args);
    }

    public static Notice warning(String key, Object... args) {
        return of(Tone.WARNING, key, args);
    }

    public static Notice failed(String key, Object... args) {
        return of(Tone.FAILED, key, args);
    }

    private static Notice of(Tone tone, String key, Object... args) {
        return new Notice(tone, key, Arrays.stream(args).map(Notice::kept).toList());
    }

    private static Serializable kept(Object arg) {
        return arg instanceof Number number ? number : String.valueOf(arg);
    }

    /// Shows it on the page that the redirect leads to.
    public void on(RedirectAttributes redirect) {
        redirect.addFlashAttribute(ATTRIBUTE, this);
    }

    /// Shows it on the page that answers this very request.
    public void on(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    static List<Notice> of(HttpServletRequest request) {
        var flash = RequestContextUtils.getInputFlashMap(request);
        var said =
                flash != null && flash.get(ATTRIBUTE) instanceof Notice notice
                        ? notice
                        : request.getAttribute(ATTRIBUTE);
        return said instanceof Notice notice ? List.of(notice) : List.of();
    }
}
