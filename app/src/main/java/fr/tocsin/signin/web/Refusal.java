package fr.tocsin.signin.web;

import fr.tocsin.signin.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/// Answers who may not pass: a member without second factor goes on setting it up; a form without
/// its token (forged, or older than the session) is refused.
final class Refusal implements AccessDeniedHandler {

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        var enrolling =
                SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn who
                        && who.stage() == SignedIn.Stage.ENROLLING;
        if (enrolling && !(refused instanceof CsrfException)) {
            response.setStatus(HttpStatus.SEE_OTHER.value());
            response.setHeader("Location", "/desk/second-factor");
        } else if (request.getRequestURI().startsWith("/desk/sign-in")) {
            response.setStatus(HttpStatus.SEE_OTHER.value()); // left open overnight: a fresh form
            response.setHeader("Location", "/desk/sign-in");
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }
}
