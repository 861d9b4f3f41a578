package fr.tocsin.running;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// The real server in a process of its own, for tests that stop or kill it.
public final class ServerProcess implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Process process;
    private final int port;
    private final Path log;

    private ServerProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /// Starts it on a free port, without waiting. What it prints is added to the file `log`.
    ///
    /// @param settings keys such as `TOCSIN_DATA` and their texts
    public static ServerProcess launch(Map<String, String> settings, Path log) throws IOException {
        var port = freePort();
        var builder =
                new ProcessBuilder(command())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        var environment = new HashMap<>(settings);
        environment.put("TOCSIN_PORT", Integer.toString(port));
        builder.environment().keySet().removeIf(key -> key.startsWith("TOCSIN_"));
        builder.environment().putAll(environment);
        return new ServerProcess(builder.start(), port, log);
    }

    /// Starts it and waits until it is ready.
    public static ServerProcess start(Map<String, String> settings, Path log)
            throws IOException, InterruptedException {
        var server = launch(settings, log);
        server.awaitReady();
        return server;
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public Process process() {
        return process;
    }

    /// Everything that it has printed.
    public String printed() throws IOException {
        return Files.readString(log);
    }

    public void awaitReady() throws IOException, InterruptedException {
        var end = System.nanoTime() + START_LIMIT.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                process.destroyForcibly();
                throw new IllegalStateException("the server does not start:\n" + printed());
            }
            Thread.sleep(POLL);
        }
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (var browser = HttpClient.newHttpClient()) {
            return browser.send(
                    HttpRequest.newBuilder(url(path)).timeout(Duration.ofSeconds(10)).build(),
                    BodyHandlers.ofString());
        }
    }

    /// As `kill -9`: the server learns nothing of it.
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /// As the operating system does it: SIGTERM.
    ///
    /// @return how long it took
    public Duration stop() throws InterruptedException {
        var start = System.nanoTime();
        process.destroy();
        if (!process.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            kill();
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Override
    public void close() {
        kill();
    }

    private boolean isReady() throws InterruptedException {
        try {
            return get("/health").statusCode() == 200;
        } catch (IOException e) {
            return false; // not listening yet
        }
    }

    private static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                mainClasspath(),
                "fr.tocsin.Tocsin");
    }

    /// What the server has in use: ours without the tests.
    private static String mainClasspath() {
        var ours =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(ours.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
