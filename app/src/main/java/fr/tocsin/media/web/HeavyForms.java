package fr.tocsin.media.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/// Answers a form that is heavier than any we take before a byte of it is read, with a page that
/// says so. Left to the server, its fields would be lost, the CSRF token among them, and the reader
/// would be told something else.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class HeavyForms extends OncePerRequestFilter {

    /// Several pictures at once; `spring.servlet.multipart.max-request-size` is the same.
    static final long MAX_AT_THE_DESK = DataSize.ofMegabytes(110).toBytes();

    /// The public sends words.
    static final long MAX_ELSEWHERE = DataSize.ofMegabytes(1).toBytes();

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var limit = request.getRequestURI().startsWith("/desk/") ? MAX_AT_THE_DESK : MAX_ELSEWHERE;
        if (request.getContentLengthLong() > limit) {
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
            return;
        }
        chain.doFilter(request, response);
    }
}
