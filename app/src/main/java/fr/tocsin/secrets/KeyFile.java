package fr.tocsin.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/// The key that the server keeps itself: a file beside the database, not in it, readable by its
/// user alone.
record KeyFile(Path path) {

    static KeyFile in(Path data) {
        return new KeyFile(data.resolve("keys").resolve("secrets.key"));
    }

    /// Empty when there is no file.
    Optional<byte[]> read() {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            var key = Base64.getDecoder().decode(Files.readString(path).strip());
            if (key.length != Secrets.KEY_BYTES) {
                throw new IllegalArgumentException("it has " + key.length + " bytes");
            }
            return Optional.of(key);
        } catch (IOException | IllegalArgumentException e) {
            throw unusable(e);
        }
    }

    /// Makes a new key; written beside its place and moved there when whole.
    byte[] create() {
        var key = new byte[Secrets.KEY_BYTES];
        new SecureRandom().nextBytes(key);
        try {
            if (!Files.exists(path.getParent())) {
                Files.createDirectories(path.getParent(), ownerOnly("rwx------"));
            }
            var unfinished = path.resolveSibling(path.getFileName() + ".unfinished");
            Files.deleteIfExists(unfinished);
            Files.createFile(unfinished, ownerOnly("rw-------"));
            Files.writeString(unfinished, Base64.getEncoder().encodeToString(key) + "\n");
            Files.move(unfinished, path);
            return key;
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private UnusableKey unusable(Exception cause) {
        return new UnusableKey(
                "The key file " + path + " cannot be used (" + cause + ")",
                "It holds 32 bytes in Base64, and the server's user may read it.");
    }

    private static FileAttribute<?> ownerOnly(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }
}
