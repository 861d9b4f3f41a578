package fr.tocsin.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The frame around every page, over HTTP and without database or sign-in.
@SpringBootTest(
        classes = PagesAlone.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PagesTest {

    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    @LocalServerPort int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk/design",
                "/desk/design/forms",
                "/desk/design/door",
                "/desk/design/site",
                "/nowhere",
                "/desk/nowhere"
            })
    void everyPageKeepsTheRulesOfTheHouse(String path) throws Exception {
        for (var language : new String[] {"fr", "en"}) {
            var page = page(path + "?lang=" + language);

            assertThat(page.select("html").attr("lang")).isEqualTo(language);
            assertThat(page.select("h1")).hasSize(1);
            assertThat(page.select("main#main")).hasSize(1);
            assertThat(page.title()).isNotBlank();
            assertThat(page.select("[style], style, script:not([src]), [onclick]")).isEmpty();
            assertThat(page.select("img:not([alt])")).isEmpty();
            assertThat(page.select("form[method=post]:not(:has([name=_csrf]))")).isEmpty();
            assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
            assertThat(page.select("link[href^=http], script[src^=http], img[src^=http]"))
                    .isEmpty();
            assertThat(page.select("input:not([type=hidden]), textarea, select"))
                    .allSatisfy(field ->
                            assertThat(
                                            page.select("label[for='" + field.id() + "']").size()
                                                    + field.parents().select("label").size())
                                    .as("label of %s", field)
                                    .isPositive());
        }
    }

    @Test
    void theDeskAlwaysSaysOnWhoseBehalfOneActs() throws Exception {
        var page = page("/desk/design?service=police");

        assertThat(page.select("body").hasClass("service-police")).isTrue();
        assertThat(page.select(".banner .identity").text())
                .contains("Au nom de")
                .contains("Unité d’exemple");
        assertThat(page.select(".rail a[aria-current=page]")).hasSize(1);
    }

    @Test
    void thePublicAlwaysFindsTheEmergencyNumbers() throws Exception {
        for (var path : new String[] {"/desk/design/site", "/nowhere"}) {
            assertThat(page(path).select(".emergency a").eachAttr("href"))
                    .containsExactly("tel:15", "tel:17", "tel:18", "tel:112", "sms:114");
        }
    }

    @Test
    void theSiteNamesItsFeeds() throws Exception {
        assertThat(page("/desk/design/site").select("link[rel=alternate]").eachAttr("type"))
                .containsExactly(
                        "application/atom+xml", "application/rss+xml", "application/feed+json");
    }

    @Test
    void whatIsNotThereIsACalmPageInTheReadersLanguage() throws Exception {
        var answer = get("/nowhere", "en-GB,en;q=0.8,fr;q=0.5");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(Jsoup.parse(answer.body()).select("h1").text())
                .isEqualTo("This page does not exist");
    }

    @Test
    void ourOwnFaultCarriesAReferenceAndNoDetail() throws Exception {
        var answer = get("/broken", "fr");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(Jsoup.parse(answer.body()).select(".reference").text())
                .matches("Référence à communiquer : [2-9A-Z]{8}");
        assertThat(answer.body()).doesNotContain("secret detail");
    }

    @Test
    void theChosenLanguageIsKept() throws Exception {
        assertThat(get("/desk/design?lang=en", "fr").headers().firstValue("Set-Cookie").orElse(""))
                .startsWith("lang=en;");
        assertThat(get("/desk/design?lang=tlh", "fr").headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(get("/nowhere", "de").body()).contains("lang=\"fr\"");
    }

    @Test
    void theChosenAppearanceIsKeptAndLeadsBackOnlyToTheDesk() throws Exception {
        var kept = post("/desk/appearance", "choice=dark&from=/desk/design");
        assertThat(kept.headers().firstValue("Set-Cookie").orElse(""))
                .startsWith("appearance=dark;");
        assertThat(kept.headers().firstValue("Location").orElse("")).endsWith("/desk/design");

        var lured = post("/desk/appearance", "choice=dark&from=//elsewhere.example/desk");
        assertThat(lured.headers().firstValue("Location").orElse("")).endsWith("/desk");
    }

    @Test
    void whatWasDoneIsSaidOnceAfterTheRedirect() throws Exception {
        var done = post("/noted", "");
        var cookie = done.headers().firstValue("Set-Cookie").orElse("").replaceFirst(";.*", "");

        assertThat(said(cookie)).contains("Copié");
        assertThat(said(cookie)).isEmpty();
    }

    private String said(String cookie) throws Exception {
        var request =
                HttpRequest.newBuilder(address("/desk/design/door"))
                        .header("Cookie", cookie)
                        .header("Accept-Language", "fr")
                        .build();
        return Jsoup.parse(BROWSER.send(request, BodyHandlers.ofString()).body())
                .select(".notice-done")
                .text();
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(get(path, "fr").body());
    }

    private HttpResponse<String> get(String path, String language)
            throws IOException, InterruptedException {
        return BROWSER.send(
                HttpRequest.newBuilder(address(path))
                        .header("Accept", "text/html")
                        .header("Accept-Language", language)
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String form)
            throws IOException, InterruptedException {
        return BROWSER.send(
                HttpRequest.newBuilder(address(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
