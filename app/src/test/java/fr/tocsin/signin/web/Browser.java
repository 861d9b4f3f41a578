package fr.tocsin.signin.web;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// A browser without scripts: keeps cookies, follows nothing, sends the forms it was given.
class Browser {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder()
                    .cookieHandler(cookies)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(Duration.ofSeconds(10))
                    .build();
    private final String server;
    private String csrf = "";

    Browser(int port) {
        server = "http://localhost:" + port;
    }

    /// @param at path that a redirect leads to, or empty
    record Answer(int status, String at, Document page, HttpResponse<String> http) {

        String text() {
            return page.text();
        }
    }

    Answer get(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(server + path)).GET();
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /// Sends a form with the token of the page seen last.
    Answer post(String path, String... fields) {
        var all = new ArrayList<>(List.of(fields));
        all.add("_csrf");
        all.add(csrf);
        return postAsIs(path, all.toArray(String[]::new));
    }

    Answer postAsIs(String path, String... fields) {
        return send(form(path, fields));
    }

    /// A form that stands on another page than the one seen last, without its token.
    Answer postFrom(String page, String path, String... fields) {
        return send(form(path, fields).header("Referer", page));
    }

    private HttpRequest.Builder form(String path, String... fields) {
        var body = new StringBuilder();
        for (var i = 0; i < fields.length; i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return HttpRequest.newBuilder(URI.create(server + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(cookie -> cookie.getValue())
                .findFirst()
                .orElse("");
    }

    void plant(String name, String value) {
        var cookie = new java.net.HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(server), cookie);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var response =
                    client.send(
                            request.header("User-Agent", "Mozilla/5.0 (Android 16) Firefox/150.0")
                                    .timeout(Duration.ofSeconds(30))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            var page = Jsoup.parse(response.body());
            var token = page.selectFirst("input[name=_csrf]");
            if (token != null) {
                csrf = token.val();
            }
            var at = response.headers().firstValue("Location").orElse("").replace(server, "");
            return new Answer(response.statusCode(), at, page, response);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// What an authenticator app shows for the key of the enrolment page.
    static String app(String key, Instant now) {
        try {
            var secret = new Base32().decode(key.replace(" ", ""));
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(new SecretKeySpec(secret, "RAW"), now);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
