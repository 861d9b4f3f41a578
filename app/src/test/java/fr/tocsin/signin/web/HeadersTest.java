package fr.tocsin.signin.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tocsin.database.TocsinTest;
import fr.tocsin.signin.MovedClock;
import fr.tocsin.units.Cast;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

@TocsinTest
@Import(MovedClock.InTheServer.class)
class HeadersTest {

    @Autowired ApplicationContext context;
    @LocalServerPort int port;

    Cast cast;
    Browser browser;

    @BeforeEach
    void newCast() {
        cast = Cast.in(context);
        browser = new Browser(port);
    }

    @Test
    void everyKindOfPageTellsTheBrowserWhatToRefuse() {
        for (var path : List.of("/", "/no-such-page", "/desk/sign-in", "/desk/x/y", "/health")) {
            var headers = browser.get(path).http().headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).as(path).contains("same-origin");
            assertThat(headers.firstValue("Cross-Origin-Opener-Policy"))
                    .as(path)
                    .contains("same-origin");
            assertThat(headers.firstValue("Permissions-Policy").orElse(""))
                    .as(path)
                    .contains("camera=()")
                    .doesNotContain("bluetooth"); // browsers complain about words they do not know
            assertThat(headers.firstValue("Strict-Transport-Security")).as(path).isEmpty();
        }
    }

    @Test
    void publicPagesLeaveNoCookieAndOpenNoSession() {
        for (var path : List.of("/", "/u/" + cast.unit.slug(), "/no-such-page")) {
            var headers = browser.get(path).http().headers();
            assertThat(headers.allValues("Set-Cookie")).as(path).isEmpty();
            assertThat(headers.firstValue("Cache-Control").orElse(""))
                    .as(path)
                    .doesNotContain("no-store");
        }
        assertThat(browser.get("/desk").http().headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void theDesksPagesAreKeptNowhere() {
        var answer = browser.get("/desk/sign-in").http().headers();
        assertThat(answer.firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(answer.firstValue("Set-Cookie").orElse(""))
                .startsWith("tocsin=")
                .contains("HttpOnly", "SameSite=Lax", "Path=/");
    }

    @Test
    void noPageCarriesInlineScriptOrStyle() {
        var page = browser.get("/desk/sign-in").page();
        assertThat(page.select("script:not([src]), style, [style], [onclick]")).isEmpty();
    }

    @Test
    void anHtmxRequestIsSentToSignInAsAWhole() {
        var answer = browser.get(cast.desk("/members"), "HX-Request", "true");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.http().headers().firstValue("HX-Redirect")).contains("/desk/sign-in");
    }

    @Test
    void leadsBackToThePageInTheWindowWhenTheSessionIsOver() {
        var editor = cast.desk("/publications/5/edit");
        var to = "/desk/sign-in?to=" + URLEncoder.encode(editor, StandardCharsets.UTF_8);

        var polled =
                browser.get(
                        cast.desk("/publications/5/presence"),
                        "HX-Request",
                        "true",
                        "HX-Current-URL",
                        "https://tocsin.example" + editor);
        assertThat(polled.http().headers().firstValue("HX-Redirect")).contains(to);

        var sent = browser.postFrom("https://tocsin.example" + editor, editor, "text", "Bonjour");
        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.at()).isEqualTo(to);

        var lured = browser.postFrom("https://evil.example/desk//evil", editor, "text", "Bonjour");
        assertThat(lured.at()).isEqualTo("/desk/sign-in");
    }

    @Test
    void refusesAForgedFormWhereNobodyNeedsToSignIn() {
        assertThat(browser.postAsIs("/desk/appearance", "choice", "dark").status()).isEqualTo(403);
    }
}
