package fr.tocsin.backup;

import fr.tocsin.backup.Contents.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Deflater;
import org.postgresql.PGConnection;

/// Writes the database as of one instant, and every picture that was there then.
///
/// A picture's file is durable before its row is written and is not cleared away while the backup
/// lock is held: whatever the snapshot names is found afterwards.
final class Backup {

    /// Can be made again from the originals at any time.
    private static final String RENDITIONS = "renditions/";

    private final Connection connection;
    private final Path media;
    private final Optional<Path> key;

    /// @param connection used for nothing else
    /// @param key the file that seals the secrets, to be taken along
    Backup(Connection connection, Path media, Optional<Path> key) {
        this.connection = connection;
        this.media = media;
        this.key = key;
    }

    /// @return originals that the database names and the folder lacks
    Set<String> write(BackupWriter writer, Instant now) throws IOException, SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        var catalogue = new Catalogue(connection);
        var contents =
                new Contents(
                        Contents.FORMAT,
                        version(),
                        now.toString(),
                        catalogue.migrations(),
                        catalogue.tables(),
                        catalogue.sequences(),
                        key.isPresent());
        writer.json(Contents.NAME, contents);
        for (var table : contents.tables()) {
            writer.entry(table.entry(), Deflater.BEST_SPEED, out -> copy(table, out));
        }
        var lacking = originals();
        connection.commit();
        for (var file : files()) {
            if (write(writer, file)) {
                lacking.remove(file.getFileName().toString());
            }
        }
        if (key.isPresent()) {
            var bytes = Files.readAllBytes(key.get());
            writer.entry(Contents.KEY, Deflater.NO_COMPRESSION, out -> out.write(bytes));
        }
        writer.finish();
        return lacking;
    }

    static String version() {
        var version = Backup.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    private void copy(Table table, OutputStream out) throws IOException, SQLException {
        connection.unwrap(PGConnection.class).getCopyAPI().copyOut(table.copy("TO STDOUT"), out);
    }

    private Set<String> originals() throws SQLException {
        var originals = new HashSet<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT DISTINCT sha256 FROM media")) {
            while (rows.next()) {
                originals.add(rows.getString(1));
            }
        }
        return originals;
    }

    /// Everything in the folder but what can be made again and what is just being written.
    private List<Path> files() throws IOException {
        if (!Files.isDirectory(media)) {
            return List.of();
        }
        try (var files =
                Files.find(media, Integer.MAX_VALUE, (_, about) -> about.isRegularFile())) {
            return files.filter(file -> !key(file).startsWith(RENDITIONS))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private boolean write(BackupWriter writer, Path file) throws IOException, SQLException {
        try (var in = Files.newInputStream(file)) {
            writer.entry(Contents.MEDIA + key(file), Deflater.NO_COMPRESSION, in::transferTo);
            return true;
        } catch (NoSuchFileException e) {
            return false; // taken out of the library just now, after the snapshot
        }
    }

    private String key(Path file) {
        return media.relativize(file).toString().replace('\\', '/');
    }
}
