package fr.tocsin.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/// Files in a folder: written aside, forced to the disk, then renamed, so that a file is there
/// whole or not at all.
final class FolderStore implements MediaStore {

    private final Path root;

    FolderStore(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public void put(String key, byte[] content) {
        var file = file(key);
        var folder = file.resolveSibling(".").normalize();
        try {
            privateFolder(folder);
            var aside = Files.createTempFile(folder, ".", ".part");
            try {
                try (var channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                    for (var rest = ByteBuffer.wrap(content); rest.hasRemaining(); ) {
                        channel.write(rest);
                    }
                    channel.force(true);
                }
                Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
                forceFolder(folder);
            } finally {
                Files.deleteIfExists(aside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not keep " + file, e);
        }
    }

    @Override
    public Optional<byte[]> get(String key) {
        try {
            return Optional.of(Files.readAllBytes(file(key)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file(key), e);
        }
    }

    @Override
    public void delete(String key) {
        try {
            Files.deleteIfExists(file(key));
        } catch (IOException e) {
            throw new UncheckedIOException("could not delete " + file(key), e);
        }
    }

    @Override
    public void olderThan(Instant time, String prefix, Consumer<String> keys) {
        var folder = file(prefix);
        if (!Files.isDirectory(folder)) {
            return;
        }
        var before = FileTime.from(time);
        try (var files =
                Files.find(
                        folder,
                        4,
                        (_, about) ->
                                about.isRegularFile()
                                        && about.lastModifiedTime().compareTo(before) < 0)) {
            files.map(file -> root.relativize(file).toString().replace('\\', '/')).forEach(keys);
        } catch (IOException e) {
            throw new UncheckedIOException("could not look through " + folder, e);
        }
    }

    private Path file(String key) {
        var file = root.resolve(key).normalize();
        if (!file.startsWith(root)) {
            throw new IllegalArgumentException("the key '" + key + "' leads out of the store");
        }
        return file;
    }

    private static void privateFolder(Path folder) throws IOException {
        var isPosix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (isPosix) {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    /// Makes the new name durable too; some systems cannot open a folder and need not.
    private static void forceFolder(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // the name is durable with the next journal commit
        }
    }
}
