package fr.tocsin.backup;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads a backup from front to back and trusts nothing in it that its manifest does not confirm.
final class BackupReader {

    /// Takes the entries between contents and manifest, one after the other.
    interface Visitor {
        void entry(Contents contents, String name, InputStream in)
                throws IOException, SQLException, Unusable;
    }

    private static final int LARGEST_JSON = 256 << 20;

    private final Progress progress;

    BackupReader(Progress progress) {
        this.progress = progress;
    }

    /// Reads all of it. What a visitor has done with an entry counts only once this has returned.
    ///
    /// @throws Unusable when the file is no backup, is not whole, or was changed
    Contents read(InputStream file, Visitor visitor) throws IOException, SQLException, Unusable {
        try (var zip = new ZipInputStream(new BufferedInputStream(file, 1 << 16))) {
            var seen = new HashMap<String, Manifest.Sum>();
            var contents = contents(zip, seen);
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(Manifest.NAME)) {
                    confirm(json(zip, Manifest.class), seen);
                    if (zip.getNextEntry() != null) {
                        throw damaged("something follows its manifest", null);
                    }
                    file.transferTo(OutputStream.nullOutputStream());
                    return contents;
                }
                visit(contents, zip, entry.getName(), seen, visitor);
            }
            throw damaged("its manifest is missing: it was cut off", null);
        } catch (IOException | JacksonException e) {
            throw damaged(String.valueOf(e.getMessage()), e);
        }
    }

    private Contents contents(ZipInputStream zip, Map<String, Manifest.Sum> seen)
            throws IOException, Unusable {
        var first = zip.getNextEntry();
        if (first == null || !first.getName().equals(Contents.NAME)) {
            throw new Unusable("This file is no backup of Tocsin. Nothing was changed.");
        }
        var hashed = new Hashed(zip, progress);
        var contents = json(hashed, Contents.class);
        seen.put(Contents.NAME, hashed.sum());
        if (contents.format() != Contents.FORMAT) {
            throw new Unusable(
                    "The backup has format %d and this Tocsin reads %d: use the version that wrote it, %s, or a newer one. Nothing was changed."
                            .formatted(contents.format(), Contents.FORMAT, contents.tocsin()));
        }
        return contents;
    }

    private void visit(
            Contents contents,
            ZipInputStream zip,
            String name,
            Map<String, Manifest.Sum> seen,
            Visitor visitor)
            throws IOException, SQLException, Unusable {
        var hashed = new Hashed(zip, progress);
        visitor.entry(contents, name, hashed);
        hashed.transferTo(OutputStream.nullOutputStream());
        if (seen.put(name, hashed.sum()) != null) {
            throw damaged("it holds " + name + " twice", null);
        }
    }

    private static void confirm(Manifest manifest, Map<String, Manifest.Sum> seen) throws Unusable {
        for (var entry : manifest.entries().entrySet()) {
            if (!entry.getValue().equals(seen.get(entry.getKey()))) {
                throw damaged(entry.getKey() + " is not what was backed up", null);
            }
        }
        if (seen.size() != manifest.entries().size()) {
            throw damaged("it holds more than was backed up", null);
        }
    }

    private static <T> T json(InputStream in, Class<T> type) throws IOException {
        return JsonMapper.shared().readValue(in.readNBytes(LARGEST_JSON), type);
    }

    private static Unusable damaged(String how, @Nullable Throwable cause) {
        return new Unusable("The backup is damaged (" + how + "). Nothing was changed.", cause);
    }

    /// Hashes what is read of one entry; closing it leaves the file open.
    private static final class Hashed extends FilterInputStream {

        private final DigestInputStream digested;
        private final Progress progress;
        private long bytes;

        Hashed(InputStream in, Progress progress) {
            var digested = new DigestInputStream(in, Sums.sha256());
            super(digested);
            this.digested = digested;
            this.progress = progress;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] piece, int from, int length) throws IOException {
            var read = in.read(piece, from, length);
            if (read > 0) {
                bytes += read;
                progress.passed(read);
            }
            return read;
        }

        @Override
        public void close() {
            // the entry ends, the file goes on
        }

        Manifest.Sum sum() {
            return new Manifest.Sum(
                    bytes, HexFormat.of().formatHex(digested.getMessageDigest().digest()));
        }
    }
}
