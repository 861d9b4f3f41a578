package fr.tocsin.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/// The PostgreSQL programs that the server brings along, unpacked once into a folder.
final class Binaries {

    /// What `PG_VERSION` of a data folder must say.
    static final String MAJOR = "18";

    /// Changes with every new bundle, so that a newer server unpacks its own.
    private static final String BUNDLE = "18.6.0";

    private static final int EXECUTABLE = 0100;

    private Binaries() {}

    /// The folder that holds `bin`, `lib` and `share`; unpacks it when it is not there yet.
    static Path unpacked(Path home) throws IOException {
        var folder = home.resolve("programs-" + BUNDLE);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        try (var old = Files.newDirectoryStream(home, "programs-*")) {
            for (var leftover : old) {
                FileSystemUtils.deleteRecursively(leftover);
            }
        }
        var unfinished = home.resolve("programs-unfinished");
        var name = bundleName();
        try (InputStream bundle = Binaries.class.getResourceAsStream("/" + name)) {
            if (bundle == null) {
                throw new UnusableDatabase(
                        "This build has no PostgreSQL for this machine (" + name + ")",
                        "Build it on this machine, or name your own PostgreSQL with"
                                + " TOCSIN_DATABASE_URL.");
            }
            unpack(bundle, unfinished);
        }
        return Files.move(unfinished, folder);
    }

    private static String bundleName() {
        var arm = "aarch64".equals(System.getProperty("os.arch"));
        var mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
        return "postgres-" + (mac ? "darwin" : "linux") + (arm ? "-arm_64" : "-x86_64") + ".txz";
    }

    private static void unpack(InputStream bundle, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(bundle)))) {
            TarArchiveEntry entry;
            while ((entry = tar.getNextEntry()) != null) {
                var path = folder.resolve(entry.getName()).normalize();
                if (!path.startsWith(folder)) {
                    throw new IOException("the bundle leaves its folder: " + entry.getName());
                }
                unpack(tar, entry, path);
            }
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path path)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            if ((entry.getMode() & EXECUTABLE) != 0) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
