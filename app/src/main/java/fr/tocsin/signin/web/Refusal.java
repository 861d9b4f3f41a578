package fr.tocsin.signin.web;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.pathPattern;

import fr.tocsin.signin.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/// Answers who may not pass: a member without second factor goes on setting it up; a form without
/// its token (forged, or older than the session) is refused; one whose session is over leads to
/// signing in and back.
final class Refusal implements AccessDeniedHandler {

    private static final RequestMatcher BEHIND_THE_DOOR =
            new AndRequestMatcher(
                    pathPattern("/desk/**"),
                    new NegatedRequestMatcher(
                            new OrRequestMatcher(
                                    pathPattern("/desk/sign-in/**"),
                                    pathPattern("/desk/invitation/**"),
                                    pathPattern("/desk/appearance"))));

    @Override
    public void handle(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        var who = Door.who();
        var enrolling = who.filter(w -> w.stage() == SignedIn.Stage.ENROLLING).isPresent();
        if (who.isEmpty() && BEHIND_THE_DOOR.matches(request)) {
            ToSignIn.lead(request, response);
        } else if (enrolling && !(refused instanceof CsrfException)) {
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
