package fr.tocsin.backup;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.json.JsonMapper;

/// Writes a ZIP file from front to back, never holding more than a piece of an entry.
final class BackupWriter {

    /// What one entry is written by.
    interface Content {
        void writeTo(OutputStream out) throws IOException, SQLException;
    }

    private static final int PIECE = 1 << 16;

    private final ZipOutputStream zip;
    private final Progress progress;
    private final Map<String, Manifest.Sum> sums = new LinkedHashMap<>();

    BackupWriter(OutputStream out, Progress progress) {
        this.zip = new ZipOutputStream(new BufferedOutputStream(out, PIECE));
        this.progress = progress;
    }

    void json(String name, Object value) throws IOException, SQLException {
        var bytes = JsonMapper.shared().writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
        entry(name, Deflater.DEFAULT_COMPRESSION, out -> out.write(bytes));
    }

    /// @param level of compression, 0 for what is compressed already
    void entry(String name, int level, Content content) throws IOException, SQLException {
        zip.setLevel(level);
        zip.putNextEntry(new ZipEntry(name));
        var counted = new Counted(zip, progress);
        content.writeTo(counted);
        zip.closeEntry();
        sums.put(name, counted.sum());
    }

    /// The manifest goes last: a file without it was cut off.
    void finish() throws IOException, SQLException {
        json(Manifest.NAME, new Manifest(Map.copyOf(sums)));
        zip.finish();
        zip.flush();
    }

    /// Counts and hashes what passes.
    private static final class Counted extends FilterOutputStream {

        private final MessageDigest digest = Sums.sha256();
        private final Progress progress;
        private long bytes;

        Counted(OutputStream out, Progress progress) {
            super(out);
            this.progress = progress;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] piece, int from, int length) throws IOException {
            out.write(piece, from, length);
            digest.update(piece, from, length);
            bytes += length;
            progress.passed(length);
        }

        @Override
        public void close() {
            // the entry ends, the file goes on
        }

        Manifest.Sum sum() {
            return new Manifest.Sum(bytes, HexFormat.of().formatHex(digest.digest()));
        }
    }
}
