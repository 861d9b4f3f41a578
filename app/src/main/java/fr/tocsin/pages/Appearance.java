package fr.tocsin.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.web.util.WebUtils;

/// Light or dark, as the person chose at the desk, or as their system says.
public enum Appearance {
    AUTO,
    LIGHT,
    DARK;

    static final String COOKIE = "appearance";

    /// The word used in forms, cookies and style sheets.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Appearance of(String word) {
        for (var choice : values()) {
            if (choice.word().equals(word)) {
                return choice;
            }
        }
        return AUTO;
    }

    static Appearance of(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? AUTO : of(cookie.getValue());
    }
}
