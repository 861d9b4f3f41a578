package fr.tocsin.signin.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/// Leads whoever is not signed in to the sign-in page, which leads back afterwards. The address is
/// remembered in the address, not in a session: nobody gets a cookie for knocking.
final class ToSignIn implements AuthenticationEntryPoint {

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException refused) {
        lead(request, response);
    }

    /// A script is answered with 401 and told where to go; it may have something to save first.
    static void lead(HttpServletRequest request, HttpServletResponse response) {
        var back = SafeAddress.of(whereTheyAre(request));
        var page =
                "/desk/sign-in"
                        + (back.equals(SafeAddress.DESK)
                                ? ""
                                : "?to=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
        if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader("HX-Redirect", page);
            return;
        }
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader("Location", page);
    }

    /// The page in the window: what was asked for, or where the form or the script stands.
    private static @Nullable String whereTheyAre(HttpServletRequest request) {
        if (request.getHeader("HX-Request") != null) {
            return pathOf(request.getHeader("HX-Current-URL"));
        }
        if (!request.getMethod().equals("GET")) {
            return pathOf(request.getHeader("Referer"));
        }
        var query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static @Nullable String pathOf(@Nullable String address) {
        try {
            var uri = URI.create(Objects.requireNonNullElse(address, ""));
            return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
    }
}
