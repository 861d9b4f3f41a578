package fr.tocsin.pages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class AppearanceController {

    /// @param from the page to go back to, an address of our own
    @PostMapping("/desk/appearance")
    String choose(
            @RequestParam String choice,
            @RequestParam(defaultValue = "/desk") String from,
            HttpServletResponse response) {
        var cookie =
                ResponseCookie.from(Appearance.COOKIE, Appearance.of(choice).word())
                        .path("/")
                        .maxAge(Duration.ofDays(365))
                        .httpOnly(true)
                        .sameSite("Lax")
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return "redirect:" + (from.matches("/desk(/[\\w/-]*)?") ? from : "/desk");
    }
}
