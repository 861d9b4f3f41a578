package fr.tocsin.delivering;

import fr.tocsin.Tocsin;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// The real server in a process of its own, as it is shipped: without the tests on its class path.
final class ServerProcess {

    private final Path log;
    private final Process process;

    private ServerProcess(Path log, Process process) {
        this.log = log;
        this.process = process;
    }

    static ServerProcess start(Path data, Map<String, String> settings) {
        try {
            var log = Files.createTempFile(Files.createDirectories(data), "server", ".log");
            var command =
                    new ArrayList<>(
                            List.of(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-Xmx256m",
                                    "-XX:+UseSerialGC",
                                    "-XX:TieredStopAtLevel=1",
                                    "-cp",
                                    classPath(),
                                    Tocsin.class.getName()));
            var builder = new ProcessBuilder(command);
            builder.environment().putAll(settings);
            builder.environment().put("TOCSIN_PORT", String.valueOf(freePort()));
            builder.environment().put("TOCSIN_DATA", data.toString());
            builder.redirectErrorStream(true).redirectOutput(log.toFile());
            return new ServerProcess(log, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String classPath() {
        var path =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// SIGKILL: nothing in the process gets to run any more.
    void kill() {
        process.destroyForcibly();
        await();
    }

    /// SIGTERM.
    ///
    /// @return how long stopping took, in milliseconds
    long stop() {
        var asked = System.nanoTime();
        process.destroy();
        await();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked);
    }

    private void await() {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the server does not stop; see " + log);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// For the message of a failed test.
    String lastWords() {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
