package fr.tocsin.channels.bluesky;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A real Bluesky server on loopback, shared by all tests of this JVM and gone with it. The first
/// start on a machine installs it from npm, which takes minutes; see `peers/bluesky`.
public final class BlueskyNetwork {

    private static final long MINUTES_TO_INSTALL = 15;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final AtomicInteger RESIDENTS = new AtomicInteger();

    private static @Nullable BlueskyNetwork running;

    private final URI url;

    private BlueskyNetwork(URI url) {
        this.url = url;
    }

    /// An account of its own for whoever asks.
    public record Resident(
            String handle, String did, String email, String password, String appPassword) {}

    public static synchronized BlueskyNetwork running() {
        assumeTrue(
                System.getProperty("os.name").equals("Linux"),
                "the Bluesky server for tests runs on Linux only");
        if (running == null) {
            running = start();
        }
        return running;
    }

    public URI url() {
        return url;
    }

    public Resident newResident() {
        var handle = "alice-" + RESIDENTS.incrementAndGet() + ".test";
        var email = handle.replace(".test", "@example.org");
        var password = "a-long-password-of-" + handle;
        var account =
                post(
                        "com.atproto.server.createAccount",
                        JSON.createObjectNode()
                                .put("handle", handle)
                                .put("email", email)
                                .put("password", password),
                        "");
        var app =
                post(
                        "com.atproto.server.createAppPassword",
                        JSON.createObjectNode().put("name", "tocsin"),
                        account.path("accessJwt").stringValue());
        return new Resident(
                handle,
                account.path("did").stringValue(),
                email,
                password,
                app.path("password").stringValue());
    }

    /// Opens a session with the app password.
    JsonNode session(Resident resident) {
        return post(
                "com.atproto.server.createSession",
                JSON.createObjectNode()
                        .put("identifier", resident.did())
                        .put("password", resident.appPassword()),
                "");
    }

    JsonNode post(String method, JsonNode body, String token) {
        var request =
                HttpRequest.newBuilder(url.resolve("/xrpc/" + method))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body.toString()));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return JSON.readTree(answer(request.build()));
    }

    public JsonNode get(String methodAndQuery) {
        return JSON.readTree(bytes(methodAndQuery));
    }

    byte[] bytes(String methodAndQuery) {
        return answer(HttpRequest.newBuilder(url.resolve("/xrpc/" + methodAndQuery)).GET().build());
    }

    private static byte[] answer(HttpRequest request) {
        try {
            var answer = HTTP.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        "%s: %d %s"
                                .formatted(
                                        request.uri(),
                                        answer.statusCode(),
                                        new String(answer.body(), StandardCharsets.UTF_8)));
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /// The server ends when its standard input closes, so it cannot outlive this JVM.
    private static BlueskyNetwork start() {
        var log = Path.of("target", "bluesky-network.log").toAbsolutePath();
        try {
            Files.createDirectories(log.getParent());
            var process =
                    new ProcessBuilder(script().toString(), "--until-stdin-closes")
                            .redirectError(log.toFile())
                            .start();
            var line =
                    CompletableFuture.supplyAsync(() -> firstLine(process))
                            .get(MINUTES_TO_INSTALL, TimeUnit.MINUTES);
            if (line == null) {
                throw new IllegalStateException(
                        "the Bluesky server did not start; the end of %s:%n%s"
                                .formatted(log, end(log)));
            }
            return new BlueskyNetwork(URI.create(JSON.readTree(line).path("url").stringValue()));
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the Bluesky server did not start, see " + log, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static @Nullable String firstLine(Process process) {
        try {
            return new BufferedReader(
                            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path script() {
        for (var folder = Path.of("").toAbsolutePath();
                folder != null;
                folder = folder.getParent()) {
            var script = folder.resolve("peers/bluesky/start");
            if (Files.isExecutable(script)) {
                return script;
            }
        }
        throw new IllegalStateException(
                "no peers/bluesky/start above " + Path.of("").toAbsolutePath());
    }

    private static String end(Path log) throws IOException {
        var lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    }
}
