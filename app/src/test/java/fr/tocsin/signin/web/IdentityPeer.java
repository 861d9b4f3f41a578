package fr.tocsin.signin.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jsoup.Jsoup;
import tools.jackson.databind.json.JsonMapper;

/// A real OpenID Connect provider on loopback, gone with this JVM. The first start on a machine
/// installs it from npm; see `peers/oidc`.
public final class IdentityPeer {

    private static final long MINUTES_TO_INSTALL = 10;

    public final String issuer;
    public final String secret;

    private IdentityPeer(String issuer, String secret) {
        this.issuer = issuer;
        this.secret = secret;
    }

    /// @param redirect the public address of the server that people are sent back to
    public static IdentityPeer start(String redirect) {
        assumeTrue(
                System.getProperty("os.name").equals("Linux"),
                "the provider for tests runs on Linux only");
        var log = Path.of("target", "identity-peer.log").toAbsolutePath();
        try {
            Files.createDirectories(log.getParent());
            var process =
                    new ProcessBuilder(
                                    script().toString(),
                                    "--until-stdin-closes",
                                    "--redirect",
                                    redirect)
                            .redirectError(log.toFile())
                            .start();
            var line =
                    CompletableFuture.supplyAsync(() -> firstLine(process))
                            .get(MINUTES_TO_INSTALL, TimeUnit.MINUTES);
            var said = JsonMapper.shared().readTree(line);
            return new IdentityPeer(
                    said.path("issuer").stringValue(), said.path("secret").stringValue());
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the provider did not start, see " + log, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// Signs with a new key from now on.
    public void rotateKeys() {
        new Visitor()
                .send(
                        HttpRequest.newBuilder(URI.create(issuer + "/-/keys"))
                                .POST(BodyPublishers.noBody()));
    }

    /// A browser at the provider, with its cookies.
    public static final class Visitor {

        /// How often this visitor had to say who they are.
        public int asked;

        private final HttpClient client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .cookieHandler(new CookieManager())
                        .build();

        /// Goes where our server sends people, and answers what is asked there.
        ///
        /// @param level of assurance that the provider will confirm
        /// @return the path on our server where it ends
        public String go(String address, String login, String level) {
            var uri = URI.create(address);
            for (var steps = 0; steps < 12; steps++) {
                var answer = send(HttpRequest.newBuilder(uri).GET());
                if (answer.statusCode() == 200) {
                    answer = fill(uri, answer.body(), login, level);
                }
                var next = answer.headers().firstValue("Location");
                if (next.isEmpty()) {
                    throw new IllegalStateException(answer.statusCode() + " " + answer.body());
                }
                uri = uri.resolve(next.get());
                if (uri.getPath().startsWith("/desk/")) {
                    return uri.getRawPath() + "?" + uri.getRawQuery();
                }
            }
            throw new IllegalStateException("no end to it: " + uri);
        }

        private HttpResponse<String> fill(URI page, String html, String login, String level) {
            var form = Jsoup.parse(html, page.toString()).expectFirst("form");
            var body = new StringBuilder();
            if (form.selectFirst("#login") != null) {
                asked++;
                body.append("login=").append(encoded(login)).append("&level=").append(level);
            } else {
                for (var field : form.select("input[name]")) {
                    body.append(field.attr("name")).append('=').append(encoded(field.val()));
                    body.append('&');
                }
                if (form.selectFirst("input[name=logout]") == null) {
                    body.append("logout=yes");
                }
            }
            var action = form.absUrl("action");
            return send(
                    HttpRequest.newBuilder(action.isEmpty() ? page : URI.create(action))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(body.toString())));
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                return client.send(request.build(), BodyHandlers.ofString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    private static String firstLine(Process process) {
        try {
            var line =
                    new BufferedReader(
                                    new InputStreamReader(
                                            process.getInputStream(), StandardCharsets.UTF_8))
                            .readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path script() {
        for (var folder = Path.of("").toAbsolutePath();
                folder != null;
                folder = folder.getParent()) {
            var script = folder.resolve("peers/oidc/start");
            if (Files.isExecutable(script)) {
                return script;
            }
        }
        throw new IllegalStateException(
                "no peers/oidc/start above " + Path.of("").toAbsolutePath());
    }
}
