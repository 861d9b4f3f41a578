package fr.tocsin.bench.backup;

import fr.tocsin.backup.BackupCommand;
import fr.tocsin.backup.RestoreCommand;
import fr.tocsin.database.DatabaseAtHand;
import fr.tocsin.settings.Settings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.flywaydb.core.Flyway;

/// Backup and restore per GB, beside `tar` and `cp -r` of the same data folder in the same run:
/// `java … BackupBench FOLDER MEGABYTES`. Half of the data is pictures, half is rows.
public final class BackupBench {

    private static final int PICTURE = 2 << 20;
    private static final int ROW = 190;
    private static final PrintStream QUIET = new PrintStream(OutputStream.nullOutputStream());

    private final Path folder;
    private final long bytes;

    private BackupBench(Path folder, long bytes) {
        this.folder = folder;
        this.bytes = bytes;
    }

    public static void main(String[] arguments) throws Exception {
        var folder = Files.createDirectories(Path.of(arguments[0])).toAbsolutePath();
        new BackupBench(folder, Long.parseLong(arguments[1]) << 20).run();
    }

    private void run() throws Exception {
        var settings = settings("source", "");
        fill(settings);
        var size = size(folder.resolve("source/media")) + tables(settings);
        System.out.printf(
                Locale.ROOT,
                "%d MB: pictures %d MB, tables %d MB%n",
                size >> 20,
                size(folder.resolve("source/media")) >> 20,
                tables(settings) >> 20);
        var tar = measure("tar -cf", size, 0, () -> command("tar", "-cf", "all.tar", "source"));
        measure("cp -r", size, tar, () -> command("cp", "-r", "source", "copy"));
        var sealed = settings("source", "cheval correct pile agrafe");
        measure(
                "backup",
                size,
                tar,
                () -> BackupCommand.run(settings, List.of("plain"), folder, QUIET));
        measure(
                "backup --encrypt",
                size,
                tar,
                () -> BackupCommand.run(sealed, List.of("--encrypt", "sealed"), folder, QUIET));
        var untar =
                measure(
                        "tar -xf",
                        size,
                        0,
                        () ->
                                command("mkdir", "untarred")
                                        + command("tar", "-xf", "all.tar", "-C", "untarred"));
        measure(
                "restore",
                size,
                untar,
                () ->
                        RestoreCommand.run(
                                settings("restored", ""), List.of("plain"), folder, QUIET));
        measure(
                "restore, encrypted",
                size,
                untar,
                () ->
                        RestoreCommand.run(
                                settings("opened", "cheval correct pile agrafe"),
                                List.of("sealed"),
                                folder,
                                QUIET));
        System.out.printf(
                Locale.ROOT,
                "files: tar %d MB, backup %d MB%n",
                Files.size(folder.resolve("all.tar")) >> 20,
                Files.size(folder.resolve("plain")) >> 20);
    }

    private Settings settings(String data, String passphrase) {
        var place = folder.resolve(data).toString();
        return passphrase.isEmpty()
                ? Settings.of(Map.of("TOCSIN_DATA", place))
                : Settings.of(Map.of("TOCSIN_DATA", place, "TOCSIN_BACKUP_PASSPHRASE", passphrase));
    }

    private void fill(Settings settings) throws Exception {
        try (var database = DatabaseAtHand.make(settings);
                var connection = database.connect();
                var statement = connection.createStatement()) {
            Flyway.configure().dataSource(database.source()).load().migrate();
            statement.execute(
                    """
                    INSERT INTO sign_in_attempt (at, purpose, account, address, succeeded)
                    SELECT now(), 'PASSWORD', md5(random()::text) || md5(n::text), '192.0.2.' || n %% 250, n %% 3 = 0
                      FROM generate_series(1, %d) AS n
                    """
                            .formatted(bytes / 2 / ROW));
        }
        var random = new Random(86);
        var picture = new byte[PICTURE];
        for (long written = 0; written < bytes / 2; written += PICTURE) {
            random.nextBytes(picture);
            var digest = MessageDigest.getInstance("SHA-256").digest(picture);
            var name = HexFormat.of().formatHex(digest);
            var place = folder.resolve("source/media/originals").resolve(name.substring(0, 2));
            Files.write(Files.createDirectories(place).resolve(name), picture);
        }
    }

    /// @return seconds
    private static double measure(String what, long size, double beside, Callable<Integer> work)
            throws Exception {
        var start = System.nanoTime();
        var code = work.call();
        var seconds = (System.nanoTime() - start) / 1e9;
        if (code != 0) {
            throw new IllegalStateException(what + " failed with " + code);
        }
        System.out.printf(
                Locale.ROOT,
                "%-20s %6.1f s %7.1f MB/s %s%n",
                what,
                seconds,
                size / seconds / 1e6,
                beside == 0
                        ? ""
                        : String.format(
                                Locale.ROOT, "%5.2f times the time of tar", seconds / beside));
        return seconds;
    }

    private int command(String... words) throws IOException, InterruptedException {
        return new ProcessBuilder(words).directory(folder.toFile()).inheritIO().start().waitFor();
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.find(folder, 9, (_, about) -> about.isRegularFile())) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static long tables(Settings settings) throws Exception {
        try (var database = DatabaseAtHand.open(settings);
                var connection = database.connect();
                var rows =
                        connection
                                .createStatement()
                                .executeQuery("SELECT pg_database_size(current_database())")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
