package fr.tocsin.media.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers a form that is heavier than any we take before a byte of it is read, with a page that
/// says so. Left to the server, its fields would be lost, the CSRF token among them, and the reader
/// would be told something else.
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER + 10) // after it: it tells who is signed in
class HeavyForms extends OncePerRequestFilter {

    /// Several pictures at once; `spring.servlet.multipart.max-request-size` is the same.
    static final long MAX_AT_THE_DESK = DataSize.ofMegabytes(110).toBytes();

    /// Whoever is not signed in sends words.
    static final long MAX_ELSEWHERE = DataSize.ofMegabytes(1).toBytes();

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var signedIn = signedIn(request);
        var length = request.getContentLengthLong();
        if (length > (signedIn ? MAX_AT_THE_DESK : MAX_ELSEWHERE)) {
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
            return;
        }
        if (length < 0 && request.getHeader("Transfer-Encoding") != null && !signedIn) {
            response.sendError(HttpStatus.LENGTH_REQUIRED.value());
            return;
        }
        chain.doFilter(request, response);
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
