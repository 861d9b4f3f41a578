package fr.tocsin.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/// The folder of our own PostgreSQL: its programs, its data, its password. One server at a time
/// holds it.
final class PostgresFolder implements AutoCloseable {

    /// The superuser; the server itself works as an ordinary role.
    static final String SUPERUSER = "postgres";

    private static final int PASSWORD_BYTES = 24;

    private final Path home;
    private final FileChannel held;
    private final Path programs;
    private final Servant servant;

    private PostgresFolder(Path home, FileChannel held) throws IOException {
        this.home = home;
        this.held = held;
        refuseOtherVersion();
        programs = Binaries.unpacked(home);
        servant = Servant.of(home);
        if (!Files.exists(cluster())) {
            create();
        }
    }

    /// Takes the folder, and makes what is missing in it.
    ///
    /// @throws UnusableDatabase when another server holds it, or another version wrote it
    static PostgresFolder open(Path home) {
        try {
            Files.createDirectories(home);
            var held =
                    FileChannel.open(
                            home.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            try {
                if (lock(held) == null) {
                    throw new UnusableDatabase(
                            "Another Tocsin already works on the folder " + home,
                            "Stop it first, or give this one another folder with TOCSIN_DATA.");
                }
                return new PostgresFolder(home, held);
            } catch (IOException | RuntimeException e) {
                held.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UnusableDatabase(
                    "The folder " + home + " cannot be used (" + e + ")",
                    "Let the server's user write there, or choose another folder with TOCSIN_DATA.",
                    e);
        }
    }

    Path cluster() {
        return home.resolve("cluster");
    }

    Path log() {
        return home.resolve("postgres.log");
    }

    String password() {
        try {
            return Files.readString(passwordFile()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The command line that runs one of PostgreSQL's programs as whom it must run.
    List<String> command(String program, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return servant.run(command);
    }

    /// Lets another server have the folder.
    @Override
    public void close() {
        try {
            held.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path passwordFile() {
        return home.resolve("password");
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private void refuseOtherVersion() throws IOException {
        var file = cluster().resolve("PG_VERSION");
        var version = Files.exists(file) ? Files.readString(file).strip() : Binaries.MAJOR;
        if (!version.equals(Binaries.MAJOR)) {
            throw new UnusableDatabase(
                    "The folder %s was written by PostgreSQL %s, and this Tocsin brings PostgreSQL %s"
                            .formatted(cluster(), version, Binaries.MAJOR),
                    "Start the Tocsin that wrote it, copy the database with pg_dump %s and restore it"
                                    .formatted(Binaries.MAJOR)
                            + " into a new folder (TOCSIN_DATA); or run PostgreSQL "
                            + version
                            + " yourself and name it with TOCSIN_DATABASE_URL. Nothing was changed.");
        }
    }

    /// Made beside its place and moved there when whole: a start that is cut short leaves nothing
    /// half-made.
    private void create() throws IOException {
        var unfinished = home.resolve("cluster-unfinished");
        FileSystemUtils.deleteRecursively(unfinished);
        Files.createDirectory(unfinished, ownerOnly("rwx------"));
        writePassword();
        servant.own(home);
        var made =
                Commands.run(
                        command(
                                "initdb",
                                List.of(
                                        "--pgdata=" + unfinished,
                                        "--username=" + SUPERUSER,
                                        "--auth=scram-sha-256",
                                        "--pwfile=" + passwordFile(),
                                        "--encoding=UTF8",
                                        "--locale-provider=builtin",
                                        "--builtin-locale=C.UTF-8",
                                        "--locale=C")));
        if (!made.succeeded()) {
            throw new UnusableDatabase(
                    "PostgreSQL could not make its folder " + unfinished + ": " + made.output(),
                    "Let the owner of " + home + " reach and write that folder.");
        }
        Files.move(unfinished, cluster());
    }

    private void writePassword() throws IOException {
        var random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(passwordFile());
        Files.createFile(passwordFile(), ownerOnly("rw-------"));
        Files.writeString(
                passwordFile(), Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    private static FileAttribute<?> ownerOnly(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
