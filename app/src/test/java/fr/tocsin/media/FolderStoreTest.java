package fr.tocsin.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest {

    @TempDir Path folder;

    private FolderStore store;

    @BeforeEach
    void open() {
        store = new FolderStore(folder);
    }

    @Test
    void keepsWhatItIsGiven() {
        assertThat(store.get("originals/ab/abc")).isEmpty();
        store.put("originals/ab/abc", new byte[] {1, 2, 3});
        store.put("originals/ab/abc", new byte[] {1, 2, 3});
        assertThat(store.get("originals/ab/abc")).hasValue(new byte[] {1, 2, 3});
        store.delete("originals/ab/abc");
        store.delete("originals/ab/abc");
        assertThat(store.get("originals/ab/abc")).isEmpty();
    }

    @Test
    void leavesNothingHalfWrittenBehind() throws IOException {
        store.put("a/b", new byte[100_000]);
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).containsExactly(folder.resolve("a/b"));
        }
    }

    @Test
    void isReadableByTheServerAlone() throws IOException {
        store.put("a/b", new byte[1]);
        assertThat(Files.getPosixFilePermissions(folder.resolve("a"))).hasSize(3);
        assertThat(Files.getPosixFilePermissions(folder.resolve("a/b"))).hasSize(2);
    }

    @Test
    void namesTheOldOnesOnly() throws IOException {
        var now = Instant.parse("2026-11-23T10:00:00Z");
        store.put("originals/aa/old", new byte[1]);
        store.put("originals/bb/young", new byte[1]);
        store.put("renditions/aa/old", new byte[1]);
        age("originals/aa/old", now.minusSeconds(10));
        age("originals/bb/young", now.plusSeconds(10));
        age("renditions/aa/old", now.minusSeconds(10));
        var keys = new ArrayList<String>();
        store.olderThan(now, "originals/", keys::add);
        assertThat(keys).containsExactly("originals/aa/old");
    }

    @Test
    void letsNoKeyLeadOutOfTheFolder() {
        assertThatIllegalArgumentException().isThrownBy(() -> store.get("../../etc/passwd"));
    }

    private void age(String key, Instant time) throws IOException {
        Files.setLastModifiedTime(folder.resolve(key), FileTime.from(time));
    }
}
