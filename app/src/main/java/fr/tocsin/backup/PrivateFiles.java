package fr.tocsin.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Files for the server's user alone, there whole or not at all.
final class PrivateFiles {

    private PrivateFiles() {}

    /// @param name below the folder; what leads out of it is refused
    static void write(Path folder, String name, InputStream in) throws IOException, Unusable {
        var root = folder.toAbsolutePath().normalize();
        var file = root.resolve(name).normalize();
        if (!file.startsWith(root) || file.equals(root)) {
            throw new Unusable("The backup holds a file outside its folder: " + name);
        }
        Files.createDirectories(
                file.resolveSibling(".").normalize(), permissions(file, "rwx------"));
        var aside =
                Files.createTempFile(
                        file.resolveSibling(".").normalize(),
                        ".",
                        ".part",
                        permissions(file, "rw-------"));
        try {
            try (var channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                in.transferTo(Channels.newOutputStream(channel));
                channel.force(true);
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static FileAttribute<?>[] permissions(Path file, String permissions) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
