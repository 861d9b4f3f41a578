package fr.tocsin.backup;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tocsin.audit.AuditCommand;
import fr.tocsin.database.DatabaseAtHand;
import fr.tocsin.database.FreshDatabase;
import fr.tocsin.database.TestPostgres;
import fr.tocsin.database.TocsinTest;
import fr.tocsin.settings.Settings;
import fr.tocsin.signin.Demonstration;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Everything goes into one file beside a working server, and comes back row by row and file by
/// file.
@TocsinTest
class BackupTest {

    private static final String PASSPHRASE = "cheval correct pile agrafe";

    @Autowired private Settings server;
    @Autowired private FreshDatabase database;
    @Autowired private Demonstration demonstration;

    @TempDir private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

    @BeforeEach
    void loadTheDemonstration() {
        demonstration.load();
    }

    @Test
    void bringsEveryRowAndEveryPictureBackIntoAnEmptyInstallation() throws Exception {
        assertThat(backup("full.tocsin")).as(said()).isZero();
        var before = tables(database.jdbc());
        assertThat(before.getOrDefault("publication", "").lines().count()).isGreaterThan(5);
        assertThat(pictures(server.data())).isNotEmpty();
        var empty = TestPostgres.freshDatabase();

        assertThat(restore("full.tocsin", settings(empty, "target"), "--as-is"))
                .as(said())
                .isZero();

        var after = tables(empty.jdbc());
        assertSame(before, after);
        assertThat(pictures(folder.resolve("target"))).isEqualTo(pictures(server.data()));
        assertThat(AuditCommand.run(settings(empty, "target"), List.of("verify"), out)).isZero();
        assertThat(newest(empty)).isEqualTo("restored");
        assertThat(Files.getPosixFilePermissions(folder.resolve("full.tocsin")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void movesToOurOwnPostgresAndFromThereToAnExternalOne() throws Exception {
        backup("first.tocsin");
        var before = tables(database.jdbc());
        var own = Settings.of(Map.of("TOCSIN_DATA", folder.resolve("own").toString()));
        assertThat(restore("first.tocsin", own, "--as-is")).as(said()).isZero();

        assertThat(BackupCommand.run(own, List.of("second.tocsin"), folder, out))
                .as(said())
                .isZero();
        var external = TestPostgres.freshDatabase();
        assertThat(restore("second.tocsin", settings(external, "external"), "--as-is"))
                .as(said())
                .isZero();

        assertSame(before, tables(external.jdbc()));
        assertThat(pictures(folder.resolve("external"))).isEqualTo(pictures(server.data()));
        try (var running = DatabaseAtHand.open(own);
                var beside = DatabaseAtHand.open(own);
                var connection = beside.connect()) {
            assertThat(new Catalogue(connection).inUse()).isTrue();
        }
    }

    @Test
    void isOfOneInstantWhileOthersWrite() throws Exception {
        var writing = new AtomicBoolean(true);
        var jdbc = database.jdbc();
        jdbc.sql("CREATE TABLE IF NOT EXISTS aa_left (n int PRIMARY KEY)").update();
        jdbc.sql("CREATE TABLE IF NOT EXISTS zz_right (n int PRIMARY KEY)").update();
        var writer =
                Thread.ofVirtual()
                        .start(() -> {
                            for (int n = 0; writing.get(); n++) {
                                jdbc.sql(
                                                "WITH l AS (INSERT INTO aa_left VALUES (%d)) INSERT INTO zz_right VALUES (%d)"
                                                        .formatted(n, n))
                                        .update();
                            }
                        });
        try {
            while (count(jdbc, "zz_right") < 20) {
                Thread.sleep(5);
            }
            assertThat(backup("consistent.tocsin")).as(said()).isZero();
        } finally {
            writing.set(false);
            writer.join();
        }
        var lines = new HashMap<String, Long>();
        new BackupReader(new Progress(out, "read"))
                .read(
                        Files.newInputStream(folder.resolve("consistent.tocsin")),
                        (_, name, in) ->
                                lines.put(
                                        name,
                                        new String(in.readAllBytes(), StandardCharsets.UTF_8)
                                                .lines()
                                                .count()));
        jdbc.sql("DROP TABLE aa_left, zz_right").update();

        assertThat(lines.get("tables/aa_left.copy"))
                .isGreaterThanOrEqualTo(20)
                .isEqualTo(lines.get("tables/zz_right.copy"));
    }

    @Test
    void withoutAsIsTheUnitsAreStoppedUntilSomebodyHasLooked() throws Exception {
        database.jdbc()
                .sql(
                        "UPDATE delivery SET state = 'ready', due_at = now() + interval '1 day', next_at = now() + interval '1 day' WHERE id = (SELECT id FROM delivery LIMIT 1)")
                .update();
        backup("waiting.tocsin");
        var empty = TestPostgres.freshDatabase();

        assertThat(restore("waiting.tocsin", settings(empty, "stopped"))).as(said()).isZero();

        assertThat(
                        empty.jdbc()
                                .sql("SELECT reason FROM stoppage WHERE released_at IS NULL")
                                .query(String.class)
                                .list())
                .singleElement()
                .asString()
                .startsWith("Restauration de la sauvegarde");
    }

    @Test
    void anEncryptedBackupBringsTheKeyAndNeedsThePassphrase() throws Exception {
        var keys = server.data().resolve("keys").resolve("secrets.key");
        assertThat(keys).exists();
        assertThat(
                        BackupCommand.run(
                                with(server, PASSPHRASE),
                                List.of("--encrypt", "sealed.tocsin"),
                                folder,
                                out))
                .as(said())
                .isZero();
        assertThat(Files.readString(folder.resolve("sealed.tocsin"), StandardCharsets.ISO_8859_1))
                .startsWith("tocsin backup, encrypted")
                .doesNotContain("sdis-86");
        var empty = TestPostgres.freshDatabase();

        var wrong = with(settings(empty, "opened"), "another passphrase");
        assertThat(restore("sealed.tocsin", wrong)).isEqualTo(1);
        assertThat(said()).contains("passphrase is not the one");
        assertThat(restore("sealed.tocsin", with(settings(empty, "opened"), PASSPHRASE), "--as-is"))
                .as(said())
                .isZero();

        assertThat(folder.resolve("opened/keys/secrets.key")).hasSameBinaryContentAs(keys);
        assertSame(tables(database.jdbc()), tables(empty.jdbc()));
    }

    @Test
    void refusesWhatIsDamagedAndChangesNothing() throws Exception {
        backup("good.tocsin");
        BackupCommand.run(
                with(server, PASSPHRASE), List.of("--encrypt", "good.sealed"), folder, out);
        var empty = TestPostgres.freshDatabase();
        for (var good : List.of("good.tocsin", "good.sealed")) {
            var bytes = Files.readAllBytes(folder.resolve(good));
            var target = with(settings(empty, "untouched"), PASSPHRASE);
            for (var part : new double[] {0, 0.0005, 0.3, 0.7, 0.95, 0.9999}) {
                var changed = bytes.clone();
                changed[(int) (part * (bytes.length - 1))] ^= 0x20;
                write("changed", changed);
                if (part < 0.99 || good.endsWith("sealed")) {
                    assertThat(restore("changed", target))
                            .as(good + " changed at " + part)
                            .isEqualTo(1);
                }
                write("cut", Arrays.copyOf(bytes, (int) (part * (bytes.length - 1))));
                if (part < 0.99 || good.endsWith("sealed")) {
                    assertThat(restore("cut", target)).as(good + " cut at " + part).isEqualTo(1);
                }
            }
        }
        assertThat(count(empty.jdbc(), "unit")).isZero();
        assertThat(folder.resolve("untouched")).doesNotExist();
    }

    @Test
    void refusesATargetThatIsInUseOrOlderOrHasAnotherKey() throws Exception {
        backup("busy.tocsin");
        assertThat(restore("busy.tocsin", server)).isEqualTo(1);
        assertThat(said()).contains("stop it, then restore");

        var used = TestPostgres.freshDatabase();
        restore("busy.tocsin", settings(used, "used"), "--as-is");
        assertThat(restore("busy.tocsin", settings(used, "used"))).isEqualTo(1);
        assertThat(said()).contains("a restore replaces nothing");

        database.jdbc()
                .sql(
                        "INSERT INTO flyway_schema_history VALUES (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 1, 'x', now(), 1, true)")
                .update();
        backup("newer.tocsin");
        database.jdbc()
                .sql("DELETE FROM flyway_schema_history WHERE installed_rank = 9999")
                .update();
        assertThat(restore("newer.tocsin", settings(TestPostgres.freshDatabase(), "older")))
                .isEqualTo(1);
        assertThat(said()).contains("newer Tocsin");

        Files.createDirectories(folder.resolve("keyed/keys"));
        Files.writeString(folder.resolve("keyed/keys/secrets.key"), "another");
        BackupCommand.run(
                with(server, PASSPHRASE), List.of("--encrypt", "keyed.tocsin"), folder, out);
        var keyed = with(settings(TestPostgres.freshDatabase(), "keyed"), PASSPHRASE);
        assertThat(restore("keyed.tocsin", keyed)).isEqualTo(1);
        assertThat(said()).contains("brings its own");
    }

    @Test
    void writesOverNothingAndLeavesNothingHalf() throws Exception {
        Files.writeString(folder.resolve("mine"), "precious");
        assertThat(backup("mine")).isEqualTo(1);
        assertThat(folder.resolve("mine")).hasContent("precious");
        assertThat(BackupCommand.run(server, List.of(), folder, out)).isEqualTo(2);
        assertThat(BackupCommand.run(server, List.of("--fast", "x"), folder, out)).isEqualTo(2);
        assertThat(RestoreCommand.run(server, List.of("a", "b"), folder, out)).isEqualTo(2);
        assertThat(restore("nowhere", server)).isEqualTo(1);
        var none = Settings.of(Map.of("TOCSIN_DATABASE_URL", empty().url()));
        assertThat(BackupCommand.run(none, List.of("none"), folder, out)).isEqualTo(1);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("mine"));
        }
    }

    private FreshDatabase empty() {
        var fresh = TestPostgres.freshDatabase();
        fresh.jdbc().sql("DROP SCHEMA public CASCADE; CREATE SCHEMA public").update();
        return fresh;
    }

    private int backup(String file) throws SQLException, IOException {
        return BackupCommand.run(server, List.of(file), folder, out);
    }

    private int restore(String file, Settings target, String... options)
            throws SQLException, IOException {
        var arguments = new ArrayList<>(List.of(options));
        arguments.add(file);
        return RestoreCommand.run(target, arguments, folder, out);
    }

    private Settings settings(FreshDatabase target, String data) {
        return Settings.of(
                Map.of(
                        "TOCSIN_DATABASE_URL", target.url(),
                        "TOCSIN_DATA", folder.resolve(data).toString()));
    }

    private static Settings with(Settings settings, String passphrase) {
        return Settings.of(
                Map.of(
                        "TOCSIN_DATABASE_URL", settings.databaseUrl().orElseThrow(),
                        "TOCSIN_DATA", settings.data().toString(),
                        "TOCSIN_BACKUP_PASSPHRASE", passphrase));
    }

    private void write(String name, byte[] bytes) throws IOException {
        Files.write(
                folder.resolve(name),
                bytes,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    /// The restore adds one line to the record; all else is the same, row by row.
    private static void assertSame(Map<String, String> before, Map<String, String> after) {
        assertThat(after.keySet()).isEqualTo(before.keySet());
        before.forEach((table, rows) -> {
            if (table.startsWith("audit_")) {
                return;
            }
            assertThat(after.get(table)).as(table).isEqualTo(rows);
        });
        var kept = before.getOrDefault("audit_entry", "").lines().toList();
        assertThat(after.getOrDefault("audit_entry", "").lines().limit(kept.size()))
                .isEqualTo(kept);
    }

    /// Every row of every table as text, in a fixed order.
    private static Map<String, String> tables(JdbcClient jdbc) {
        var tables = new TreeMap<String, String>();
        jdbc
                .sql(
                        """
                        SELECT relname FROM pg_class
                         WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace
                        """)
                .query(String.class)
                .list()
                .stream()
                .filter(name -> !Catalogue.LEFT_OUT.contains(name))
                .forEach(name ->
                        tables.put(
                                name,
                                jdbc.sql(
                                                "SELECT coalesce(string_agg(t::text, E'\\n' ORDER BY %s), '') FROM \"%s\" t"
                                                        .formatted(
                                                                name.equals("audit_entry")
                                                                        ? "number"
                                                                        : "t::text",
                                                                name))
                                        .query(String.class)
                                        .single()));
        return tables;
    }

    /// The hash of every file that belongs to the library.
    private static Map<String, String> pictures(Path data) throws IOException {
        var media = data.resolve("media");
        var pictures = new TreeMap<String, String>();
        try (var files = Files.find(media, 9, (_, about) -> about.isRegularFile())) {
            for (var file : (Iterable<Path>) files::iterator) {
                var key = media.relativize(file).toString();
                if (!key.startsWith("renditions/")) {
                    var digest = Sums.sha256().digest(Files.readAllBytes(file));
                    pictures.put(key, HexFormat.of().formatHex(digest));
                }
            }
        }
        return pictures;
    }

    private static String newest(FreshDatabase target) {
        return target.jdbc()
                .sql("SELECT act FROM audit_entry ORDER BY number DESC LIMIT 1")
                .query(String.class)
                .single();
    }

    private static long count(JdbcClient jdbc, String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }
}
