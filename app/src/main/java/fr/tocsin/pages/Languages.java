package fr.tocsin.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.WebUtils;

/// The reader's language: `?lang=en` in the address, else what was chosen before, else what a
/// signed-in member set, else what the browser asks for, else French. A choice in the address is
/// kept for the next pages.
@Component("localeResolver")
public class Languages implements LocaleResolver, HandlerInterceptor, WebMvcConfigurer {

    /// Attribute of the request: the [Locale] that a signed-in member has chosen for the desk.
    public static final String OF_MEMBER = "fr.tocsin.pages.language";

    static final List<Locale> SPOKEN = List.of(Locale.FRENCH, Locale.ENGLISH);
    private static final String NAME = "lang";

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        var chosen = inAddress(request);
        if (chosen == null) {
            var cookie = WebUtils.getCookie(request, NAME);
            chosen = spoken(cookie == null ? null : cookie.getValue());
        }
        if (chosen == null && request.getAttribute(OF_MEMBER) instanceof Locale ofMember) {
            chosen = spoken(ofMember.getLanguage());
        }
        return chosen == null ? asked(request) : chosen;
    }

    @Override
    public void setLocale(
            HttpServletRequest request,
            @Nullable HttpServletResponse response,
            @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is chosen by ?lang= in the address");
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        var chosen = inAddress(request);
        if (chosen != null) {
            var cookie =
                    ResponseCookie.from(NAME, chosen.getLanguage())
                            .path("/")
                            .maxAge(Duration.ofDays(365))
                            .httpOnly(true)
                            .sameSite("Lax")
                            .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
        return true;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /// Only of a page that is read: in a form, `lang` may be the language of what is written.
    private static @Nullable Locale inAddress(HttpServletRequest request) {
        return request.getMethod().equals("GET") ? spoken(request.getParameter(NAME)) : null;
    }

    private static @Nullable Locale spoken(@Nullable String language) {
        return SPOKEN.stream()
                .filter(locale -> locale.getLanguage().equals(language))
                .findFirst()
                .orElse(null);
    }

    private static Locale asked(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Locale.FRENCH;
        }
        for (var locale : Collections.list(request.getLocales())) {
            var known = spoken(locale.getLanguage());
            if (known != null) {
                return known;
            }
        }
        return Locale.FRENCH;
    }
}
