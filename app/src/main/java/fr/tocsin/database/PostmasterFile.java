package fr.tocsin.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// `postmaster.pid`, in which a running PostgreSQL says who it is and whether it is ready.
///
/// @see <a href="https://www.postgresql.org/docs/18/storage-file-layout.html">File layout</a>
record PostmasterFile(Path path) {

    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    static PostmasterFile in(Path cluster) {
        return new PostmasterFile(cluster.resolve("postmaster.pid"));
    }

    /// Whether the given process has written that it takes connections.
    boolean saysReady(long pid) {
        var lines = lines();
        return lines.size() > STATUS_LINE
                && lines.getFirst().strip().equals(Long.toString(pid))
                && lines.get(STATUS_LINE).strip().equals("ready");
    }

    /// The port of a PostgreSQL that runs and takes connections.
    OptionalInt port() {
        var lines = lines();
        return lines.size() > STATUS_LINE
                        && lines.get(STATUS_LINE).strip().equals("ready")
                        && writer().isPresent()
                ? OptionalInt.of(Integer.parseInt(lines.get(PORT_LINE).strip()))
                : OptionalInt.empty();
    }

    /// The process that wrote the file, when it still runs and is a PostgreSQL.
    Optional<ProcessHandle> writer() {
        return lines().stream()
                .findFirst()
                .map(line -> Long.parseLong(line.strip()))
                .flatMap(ProcessHandle::of)
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"));
    }

    /// Forgets a process that is no more: its number may by now belong to another program, which
    /// PostgreSQL would take for a second server.
    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(path);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
