package fr.tocsin.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Our own PostgreSQL: a child process on loopback that dies with us and comes back when killed.
final class PostgresServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(10);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final long LOG_LIMIT = 4L << 20;
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final PostgresFolder folder;
    private final List<String> options;
    private final int port;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final Thread keeper;
    private volatile boolean stopping;
    private volatile long pid;

    private PostgresServer(PostgresFolder folder, List<String> options) {
        this.folder = folder;
        this.options = options;
        this.port = freePort();
        // The kernel ends PostgreSQL when the thread that started it ends, so one thread starts it,
        // waits for it and lives as long as we do.
        this.keeper = Thread.ofPlatform().daemon().name("postgres").unstarted(this::keep);
    }

    /// Starts PostgreSQL on the folder, with these settings of `postgresql.conf` on top, and waits
    /// until it takes connections.
    static PostgresServer start(PostgresFolder folder, List<String> options) {
        endOrphan(folder);
        var server = new PostgresServer(folder, options);
        server.keeper.start();
        try {
            server.ready.get(START_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            return server;
        } catch (ExecutionException e) {
            throw new UnusableDatabase(
                    "PostgreSQL did not start (" + e.getCause() + ")",
                    "The reason is at the end of " + folder.log() + ".",
                    e);
        } catch (TimeoutException e) {
            server.close();
            throw new UnusableDatabase(
                    "PostgreSQL is not ready after " + START_LIMIT.toSeconds() + " seconds",
                    "What it does is in " + folder.log() + ".",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            server.close();
            throw new IllegalStateException("interrupted while PostgreSQL started", e);
        }
    }

    /// Address of one of its databases, without user and password.
    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    int port() {
        return port;
    }

    /// The process that runs now; another one after it was killed.
    long pid() {
        return pid;
    }

    /// Ends PostgreSQL in order: open transactions are rolled back, everything committed is kept.
    @Override
    public void close() {
        stopping = true;
        ProcessHandle.of(pid).ifPresent(PostgresServer::end);
        try {
            keeper.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void keep() {
        try {
            while (!stopping) {
                var process = launch();
                pid = process.pid();
                awaitReady(process);
                int code = process.waitFor();
                if (!stopping) {
                    LOG.warn("PostgreSQL ended with code {} and is started again", code);
                    Thread.sleep(PAUSE);
                    PostmasterFile.in(folder.cluster()).delete();
                }
            }
        } catch (IOException e) {
            ready.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady(Process process) throws IOException, InterruptedException {
        var file = PostmasterFile.in(folder.cluster());
        while (process.isAlive()) {
            if (file.saysReady(process.pid())) {
                ready.complete(null);
                return;
            }
            Thread.sleep(POLL);
        }
        if (!ready.isDone()) {
            throw new IOException("it ended with code " + process.exitValue());
        }
    }

    private Process launch() throws IOException {
        var arguments = new ArrayList<>(List.of("-D", folder.cluster().toString()));
        set(arguments, "listen_addresses=127.0.0.1");
        set(arguments, "port=" + port);
        set(arguments, "unix_socket_directories=");
        options.forEach(option -> set(arguments, option));
        return new ProcessBuilder(folder.command("postgres", arguments))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
    }

    private Path log() throws IOException {
        var log = folder.log();
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(
                    log,
                    log.resolveSibling(log.getFileName() + ".old"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        if (!Files.exists(log)) {
            Files.createFile(log, OWNER_ONLY);
        }
        return log;
    }

    private static void set(List<String> arguments, String option) {
        arguments.add("-c");
        arguments.add(option);
    }

    /// We were killed and our PostgreSQL survived, or is still ending.
    private static void endOrphan(PostgresFolder folder) {
        var file = PostmasterFile.in(folder.cluster());
        file.writer().ifPresent(PostgresServer::end);
        file.delete();
    }

    private static void end(ProcessHandle process) {
        // SIGINT is its "fast shutdown"; SIGTERM, all that Java can send, waits for every client
        Commands.run(List.of("sh", "-c", "kill -INT " + process.pid()));
        try {
            process.onExit().get(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("PostgreSQL does not end and is killed; it recovers at the next start");
            process.destroyForcibly();
            process.onExit().join();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
