package fr.tocsin.media;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/// A real S3 server in a process of its own, which checks signatures; see `peers/s3`.
final class S3Server implements AutoCloseable {

    static final String ACCESS_KEY = "tocsin";
    static final String SECRET_KEY = "a-secret-for-tests";

    private static final Path JARS = Path.of("../peers/s3/target/lib").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final String endpoint;
    private final Process process;

    private S3Server(String endpoint, Process process) {
        this.endpoint = endpoint;
        this.process = process;
    }

    static S3Server start(Path folder) throws IOException {
        assumeTrue(Files.isDirectory(JARS), "tools/needs/s3 fetches the S3 server");
        var port = freePort();
        var endpoint = "http://127.0.0.1:" + port;
        var settings = folder.resolve("s3proxy.properties");
        Files.writeString(
                settings,
                """
                s3proxy.endpoint=%s
                s3proxy.authorization=aws-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=transient-nio2
                jclouds.identity=none
                jclouds.credential=none
                """
                        .formatted(endpoint, ACCESS_KEY, SECRET_KEY));
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process =
                new ProcessBuilder(
                                java,
                                "-Xmx256m",
                                "-cp",
                                JARS + "/*",
                                "org.gaul.s3proxy.Main",
                                "--properties",
                                settings.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("s3proxy.log").toFile())
                        .start();
        var server = new S3Server(endpoint, process);
        server.awaitPort(port);
        return server;
    }

    private void awaitPort(int port) {
        var end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end) && process.isAlive()) {
            try (var socket = new Socket("127.0.0.1", port)) {
                return;
            } catch (IOException notYet) {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
        close();
        throw new IllegalStateException("the S3 server did not start within " + PATIENCE);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
