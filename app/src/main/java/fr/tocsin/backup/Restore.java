package fr.tocsin.backup;

import fr.tocsin.audit.AuditAtHand;
import fr.tocsin.audit.Deed;
import fr.tocsin.backup.Contents.Migration;
import fr.tocsin.database.DatabaseAtHand;
import fr.tocsin.delivering.Precaution;
import fr.tocsin.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.PGConnection;

/// Fills an empty installation from a backup. The rows appear in one transaction, after every
/// picture is in its place: whoever is interrupted has an empty installation still.
final class Restore {

    /// As people read it at the desks of the units.
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu 'à' HH:mm", Locale.FRENCH)
                    .withZone(ZoneId.of("Europe/Paris"));

    private final DatabaseAtHand database;
    private final Settings settings;
    private final Contents contents;
    private final Clock clock;

    Restore(DatabaseAtHand database, Settings settings, Contents contents, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.contents = contents;
        this.clock = clock;
    }

    /// @throws Unusable when somebody works or has worked with the target, when the backup comes
    ///   from a newer Tocsin, or another key is there
    void refuseUnlessEmpty() throws SQLException, IOException, Unusable {
        try (var connection = database.connect()) {
            var target = new Catalogue(connection);
            if (target.serverIsRunning()) {
                throw new Unusable(
                        "A server works on this database: stop it, then restore. Nothing was changed.");
            }
            if (target.inUse()) {
                throw new Unusable(
                        "There are units or members here already, and a restore replaces nothing."
                                + " Name an empty data folder with TOCSIN_DATA, or an empty database with"
                                + " TOCSIN_DATABASE_URL; or move the old one away. Nothing was changed.");
            }
            refuseNewer(target.migrations());
        }
        refuseOtherKey();
    }

    private void refuseNewer(List<Migration> present) throws Unusable {
        var known =
                Arrays.stream(flyway().load().info().all())
                        .filter(migration -> migration.getVersion() != null)
                        .collect(
                                Collectors.toMap(
                                        migration -> migration.getVersion().getVersion(),
                                        migration ->
                                                migration.getChecksum() == null
                                                        ? 0
                                                        : migration.getChecksum(),
                                        (one, same) -> one));
        for (var migration : contents.migrations()) {
            if (!Integer.valueOf(migration.checksum()).equals(known.get(migration.version()))) {
                throw new Unusable(
                        "The backup was made by a newer Tocsin (%s, step %s of its database) than this one (%s): restore it with that one or a newer one. Nothing was changed."
                                .formatted(
                                        contents.tocsin(), migration.version(), Backup.version()));
            }
        }
        if (present.stream().anyMatch(migration -> !contents.migrations().contains(migration))) {
            throw new Unusable(
                    "A newer Tocsin has been started on this database than the one that made the backup: name a database in which none has been started yet. Nothing was changed.");
        }
    }

    private void refuseOtherKey() throws IOException, Unusable {
        if (contents.key() && Files.exists(keyFile())) {
            throw new Unusable(
                    keyFile()
                            + " exists, and the backup brings its own: move it away if nothing needs it. Nothing was changed.");
        }
        if (contents.key() && settings.secretKey().isPresent()) {
            throw new Unusable(
                    "TOCSIN_SECRET_KEY is set, and the backup brings its own key: unset it. Nothing was changed.");
        }
    }

    /// As the tables were when the backup was made.
    void makeTables() {
        contents.migrations().stream()
                .map(migration -> MigrationVersion.fromVersion(migration.version()))
                .max(MigrationVersion::compareTo)
                .ifPresent(version -> flyway().target(version).load().migrate());
    }

    /// And as they are today.
    void bringUpToDate() {
        flyway().load().migrate();
    }

    private FluentConfiguration flyway() {
        return Flyway.configure().dataSource(database.source());
    }

    /// Opens the backup once more.
    interface Source {
        InputStream open() throws IOException, Unusable;
    }

    /// @param asIs whether what waits may be sent without a person
    /// @return how many units were stopped
    int fill(Source source, BackupReader reader, boolean asIs)
            throws SQLException, IOException, Unusable {
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            empty(connection);
            reader.read(source.open(), (_, name, in) -> take(connection, name, in));
            for (var sequence : contents.sequences()) {
                try (var set = connection.prepareStatement("SELECT setval(?::regclass, ?, ?)")) {
                    set.setString(1, '"' + sequence.name() + '"');
                    set.setLong(2, sequence.value());
                    set.setBoolean(3, sequence.called());
                    set.execute();
                }
            }
            var stopped = asIs ? 0 : Precaution.stopAll(connection, reason(), clock.instant());
            AuditAtHand.record(connection, Deed.ofNobody("restored").about(contents.made()), clock);
            connection.commit();
            return stopped;
        }
    }

    private String reason() {
        var words = ResourceBundle.getBundle("words.backup", Locale.ROOT);
        return words.getString("backup.stopped")
                .formatted(MOMENT.format(Instant.parse(contents.made())));
    }

    /// Takes out what migrations and a first start have put in.
    private void empty(Connection connection) throws SQLException {
        var target = new Catalogue(connection);
        for (var table : contents.tables()) {
            if (target.hasRows(table.name())) {
                try (var statement = connection.createStatement()) {
                    statement.execute("TRUNCATE \"" + table.name() + "\" CASCADE");
                }
            }
        }
    }

    private void take(Connection connection, String name, InputStream in)
            throws IOException, SQLException, Unusable {
        if (name.startsWith(Contents.TABLES)) {
            var table =
                    contents.tables().stream()
                            .filter(one -> one.entry().equals(name))
                            .findFirst()
                            .orElseThrow(() -> new Unusable("The backup holds an unknown " + name));
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(table.copy("FROM STDIN"), in);
        } else if (name.startsWith(Contents.MEDIA)) {
            var media = settings.data().resolve("media");
            PrivateFiles.write(media, name.substring(Contents.MEDIA.length()), in);
        } else if (name.equals(Contents.KEY)) {
            PrivateFiles.write(settings.data(), Contents.KEY, in);
        } else {
            throw new Unusable("The backup holds an unknown " + name);
        }
    }

    private Path keyFile() {
        return settings.data().resolve(Contents.KEY);
    }
}
