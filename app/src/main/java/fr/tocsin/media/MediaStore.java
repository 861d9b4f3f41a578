package fr.tocsin.media;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/// Where files are kept, under keys such as `originals/3f/3f2a…`. Small enough for a folder and for
/// an object store.
interface MediaStore {

    /// Keeps the content under the key; when this returns it survives a power cut. Keeping it again
    /// is harmless and makes it young again.
    void put(String key, byte[] content);

    Optional<byte[]> get(String key);

    /// Harmless when there is none.
    void delete(String key);

    /// Hands over every key with this prefix that was put before the given time.
    void olderThan(Instant time, String prefix, Consumer<String> keys);
}
