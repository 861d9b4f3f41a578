package fr.tocsin.signin.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
        response.setStatus(HttpStatus.SEE_OTHER.value());
        var page = "/desk/sign-in" + (remembered(request) ? "?to=" + asked(request) : "");
        if (request.getHeader("HX-Request") != null) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            response.setHeader("HX-Redirect", "/desk/sign-in");
            return;
        }
        response.setHeader("Location", page);
    }

    private static boolean remembered(HttpServletRequest request) {
        return request.getMethod().equals("GET") && !request.getRequestURI().equals("/desk");
    }

    private static String asked(HttpServletRequest request) {
        var query = request.getQueryString();
        var address = request.getRequestURI() + (query == null ? "" : "?" + query);
        return URLEncoder.encode(address, StandardCharsets.UTF_8);
    }
}
