package fr.tocsin.signin.web;

import fr.tocsin.pages.Mistakes;
import fr.tocsin.signin.SigningIn;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/// Says how long to wait: to people in minutes, to programs in `Retry-After` (RFC 9110 §10.2.3).
public final class TooMany {

    private TooMany() {}

    public static Mistakes say(Duration delay, HttpServletResponse response) {
        response.setStatus(429);
        response.setHeader("Retry-After", String.valueOf(Math.max(1, delay.toSeconds() + 1)));
        return Mistakes.NONE.and("", "signin.too.many", SigningIn.minutes(delay));
    }
}
