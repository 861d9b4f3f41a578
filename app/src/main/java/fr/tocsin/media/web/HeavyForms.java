package fr.tocsin.media.web;

import fr.tocsin.pages.BodilessError;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers a form that is heavier than any we take before a byte of it is read, and one that broke
/// off on its way, with a page that says so. Left to the server, its fields would be lost, the CSRF
/// token among them, and the reader would be told something else.
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER + 10) // after it: it tells who is signed in
class HeavyForms extends OncePerRequestFilter {

    /// Several pictures at once; `spring.servlet.multipart.max-request-size` is the same.
    static final long MAX_AT_THE_DESK = DataSize.ofMegabytes(110).toBytes();

    /// Whoever is not signed in sends a few words. The server takes memory for a whole form as soon
    /// as its length is announced: this times the connections it accepts must stay far below the
    /// heap.
    static final long MAX_ELSEWHERE = DataSize.ofKilobytes(16).toBytes();

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var signedIn = signedIn(request);
        var length = request.getContentLengthLong();
        if (length > (signedIn ? MAX_AT_THE_DESK : MAX_ELSEWHERE)) {
            BodilessError.answer(request, response, HttpStatus.CONTENT_TOO_LARGE);
            return;
        }
        if (length < 0 && request.getHeader("Transfer-Encoding") != null && !signedIn) {
            BodilessError.answer(request, response, HttpStatus.LENGTH_REQUIRED);
            return;
        }
        if (multipart(request) && !readable(request)) {
            BodilessError.answer(request, response, HttpStatus.BAD_REQUEST);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean multipart(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /// The server tells of a broken form when a parameter is first asked for.
    private static boolean readable(HttpServletRequest request) {
        try {
            request.getParameterMap();
            return true;
        } catch (RuntimeException broken) {
            return false;
        }
    }

    private static boolean signedIn(HttpServletRequest request) {
        if (!request.getRequestURI().startsWith("/desk/")) {
            return false;
        }
        var session = request.getSession(false);
        return session != null
                && session.getAttribute(
                                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                        != null;
    }
}
