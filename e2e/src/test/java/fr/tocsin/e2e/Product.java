package fr.tocsin.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The server as a new user starts it: a process of its own with an empty data folder.
final class Product implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(90);

    private final Process process;
    private final Path log;
    private final int port;

    private Product(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /// @param settings on top of port, data folder and the leave to reach this machine's loopback
    static Product start(Map<String, String> settings, String... arguments) {
        try {
            var folder =
                    Files.createTempDirectory(
                            Files.createDirectories(Path.of("target", "e2e")), "product");
            var log = folder.resolve("server.log");
            var port = freePort();
            var command =
                    new ArrayList<>(
                            List.of(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-Xmx512m",
                                    "-XX:+UseSerialGC",
                                    "-Dspring.aot.enabled=true", // as the launcher has it
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    "fr.tocsin.Tocsin"));
            command.addAll(List.of(arguments));
            var builder =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile());
            var environment = builder.environment();
            environment.keySet().removeIf(key -> key.startsWith("TOCSIN_"));
            environment.put("TOCSIN_PORT", Integer.toString(port));
            environment.put("TOCSIN_DATA", folder.resolve("data").toAbsolutePath().toString());
            environment.put("TOCSIN_OUTBOUND_ALLOW", "127.0.0.1,localhost");
            environment.putAll(settings);
            var product = new Product(builder.start(), log, port);
            product.awaitReady();
            return product;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url(String path) {
        return "http://localhost:" + port + path;
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the server printed at start and the pattern's first group names, such as the set-up
    /// code.
    String printed(Pattern pattern) {
        var matcher = pattern.matcher(log());
        if (!matcher.find()) {
            throw new AssertionError("the server did not print " + pattern + " but:\n" + log());
        }
        return matcher.group(1);
    }

    String get(String path) {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(url(path))).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError(
                        "the server did not stop within 15 s of SIGTERM:\n" + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady() {
        var end = Instant.now().plus(START);
        while (Instant.now().isBefore(end) && process.isAlive()) {
            try {
                if (get("/health").contains("\"status\":\"up\"")) {
                    return;
                }
            } catch (UncheckedIOException e) {
                // not listening yet
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        process.destroyForcibly();
        throw new AssertionError("the server did not start:\n" + log());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
