package fr.tocsin.backup;

import fr.tocsin.audit.AuditAtHand;
import fr.tocsin.audit.Deed;
import fr.tocsin.database.BackupLock;
import fr.tocsin.database.DatabaseAtHand;
import fr.tocsin.settings.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `./tocsin backup [--encrypt] FILE`: beside a running server or without one.
public final class BackupCommand {

    private static final String USAGE =
            """
            Usage: ./tocsin backup [--encrypt] FILE
              FILE       must not exist yet; it appears under its name only when it is whole
              --encrypt  with the passphrase in TOCSIN_BACKUP_PASSPHRASE(_FILE), or asked for;
                         only then the key of the secrets is in it as well\
            """;

    private final Settings settings;
    private final Terminal terminal;

    private BackupCommand(Settings settings, Terminal terminal) {
        this.settings = settings;
        this.terminal = terminal;
    }

    /// @param arguments without the word `backup`
    /// @param folder in which the caller was
    /// @return 0 when the backup is whole, 1 when there is none, 2 for a wrong call
    public static int run(Settings settings, List<String> arguments, Path folder, PrintStream out)
            throws SQLException, IOException {
        var files = arguments.stream().filter(word -> !word.startsWith("--")).toList();
        var encrypt = arguments.contains("--encrypt");
        if (files.size() != 1 || arguments.size() != (encrypt ? 2 : 1)) {
            out.println(USAGE);
            return 2;
        }
        var terminal = new Terminal(out, folder);
        try {
            new BackupCommand(settings, terminal).write(terminal.path(files.getFirst()), encrypt);
            return 0;
        } catch (Unusable e) {
            out.println("tocsin: " + e.getMessage());
            return 1;
        }
    }

    private void write(Path file, boolean encrypt) throws SQLException, IOException, Unusable {
        if (Files.exists(file)) {
            throw new Unusable(file + " exists already: name another file, or move it away.");
        }
        var passphrase = encrypt ? terminal.passphrase(settings, true) : null;
        var process = ProcessHandle.current().pid();
        var aside = file.resolveSibling(file.getFileName() + ".unfinished-" + process);
        try (var database = DatabaseAtHand.open(settings)) {
            var lacking = write(database, aside, passphrase);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
            force(file.resolveSibling(".").normalize());
            terminal.out().println(file + ": " + (Files.size(file) >> 10) + " kB, whole");
            warn(lacking, encrypt);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private Set<String> write(DatabaseAtHand database, Path aside, char @Nullable [] passphrase)
            throws SQLException, IOException, Unusable {
        var clock = Clock.systemUTC();
        try (var connection = database.connect()) {
            if (!new Catalogue(connection).exists(Catalogue.HISTORY)) {
                throw new Unusable("No Tocsin has worked with this database: nothing to back up.");
            }
            if (!BackupLock.take(connection)) {
                throw new Unusable("Another backup is being written: let it finish.");
            }
            connection.setAutoCommit(false);
            AuditAtHand.record(connection, Deed.ofNobody("backup-made"), clock);
            connection.commit();
            connection.setAutoCommit(true);
            try (var channel = create(aside)) {
                var backup =
                        new Backup(
                                connection,
                                settings.data().resolve("media"),
                                passphrase == null ? Optional.empty() : key());
                var file = Channels.newOutputStream(channel);
                OutputStream out = passphrase == null ? file : Seal.seal(file, passphrase);
                var progress = new Progress(terminal.out(), "written");
                var lacking = backup.write(new BackupWriter(out, progress), clock.instant());
                if (passphrase != null) {
                    out.close(); // writes the last segment, and closes the file
                }
                forceFile(aside);
                return lacking;
            }
        }
    }

    private Optional<Path> key() {
        var file = settings.data().resolve("keys").resolve("secrets.key");
        return settings.secretKey().isEmpty() && Files.exists(file)
                ? Optional.of(file)
                : Optional.empty();
    }

    private void warn(Set<String> lacking, boolean encrypted) {
        if (!lacking.isEmpty()) {
            terminal.out()
                    .println(
                            "tocsin: %d originals that the database names are not in the media folder, for example %s. Are they kept elsewhere?"
                                    .formatted(lacking.size(), lacking.iterator().next()));
        }
        if (settings.secretKey().isPresent()) {
            terminal.out().println("Not in it: your TOCSIN_SECRET_KEY. Keep it as safely.");
        } else if (!encrypted) {
            terminal.out()
                    .println(
                            "Not in it: the key "
                                    + settings.data().resolve("keys").resolve("secrets.key")
                                    + ", without which accounts must be connected again. Keep it apart, or use --encrypt.");
        }
    }

    /// For its owner alone: it holds what the database holds.
    private static FileChannel create(Path aside) throws IOException {
        Files.deleteIfExists(aside);
        var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return aside.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? FileChannel.open(
                        aside,
                        options,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")))
                : FileChannel.open(aside, options);
    }

    /// What is renamed must be on the disk before its name is.
    private static void forceFile(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void force(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // some systems cannot open a folder; the name is durable with the next journal commit
        }
    }
}
