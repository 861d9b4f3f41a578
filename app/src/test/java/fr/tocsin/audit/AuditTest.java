package fr.tocsin.audit;

import static fr.tocsin.audit.Verification.Fault.CHANGED;
import static fr.tocsin.audit.Verification.Fault.CUT_OFF;
import static fr.tocsin.audit.Verification.Fault.MISSING;
import static fr.tocsin.audit.Verification.Fault.NOT_AS_NOTED;
import static fr.tocsin.audit.Verification.Fault.UNLINKED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import fr.tocsin.audit.Verification.Broken;
import fr.tocsin.audit.Verification.Sound;
import fr.tocsin.database.FreshDatabase;
import fr.tocsin.database.TestPostgres;
import fr.tocsin.settings.Settings;
import fr.tocsin.units.MemberId;
import fr.tocsin.units.UnitId;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Nobody changes the record unnoticed, not even the superuser of the database.
class AuditTest {

    private final FreshDatabase database = TestPostgres.freshDatabase();
    private final JdbcClient jdbc = database.jdbc();
    private final HikariDataSource pool = pool();
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(pool);
    private final TransactionTemplate transaction = new TransactionTemplate(transactions);
    private final JdbcTemplate template = new JdbcTemplate(pool);
    private final Audit audit =
            new Audit(new Entries(pool), template, transactions, Clock.systemUTC());
    private final UnitId unit = UnitId.random();

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void anEmptyRecordIsWhole() {
        assertThat(audit.verify(Optional.empty())).isEqualTo(new Sound(Head.NONE));
    }

    @Test
    void eachEntryContinuesTheOneBeforeIt() {
        record(3);

        var entries = audit.find(unit, Search.ALL, 10);
        assertThat(entries).extracting(Entry::number).containsExactly(3L, 2L, 1L);
        assertThat(entries).extracting(Entry::about).containsExactly("n° 3", "n° 2", "n° 1");
        assertThat(entries.get(2).previous()).isEqualTo("0".repeat(64));
        assertThat(entries.get(1).previous()).isEqualTo(entries.get(2).hash());
        assertThat(audit.head()).isEqualTo(new Head(3, entries.getFirst().hash()));
        assertThat(audit.verify(Optional.empty())).isEqualTo(new Sound(audit.head()));
    }

    @Test
    void anybodyCanComputeTheHashAgain() throws Exception {
        audit.record(new Deed("signed-in", unit, null, "Zoë \"Z\" O’Neil", null, "é \\ 𝄞\u0007"));

        var entry = audit.find(unit, Search.ALL, 1).getFirst();
        var written =
                "[\"%s\",\"1\",\"%s\",\"signed-in\",\"%s\",\"\",\"Zoë \\\"Z\\\" O’Neil\",\"\",\"é \\\\ 𝄞\",\"\"]"
                        .formatted("0".repeat(64), entry.texts().get(1), unit);
        var digest = MessageDigest.getInstance("SHA-256");
        assertThat(entry.hash())
                .isEqualTo(
                        HexFormat.of()
                                .formatHex(
                                        digest.digest(written.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void aDeedIsRecordedWithTheActOrNotAtAll() {
        transaction.executeWithoutResult(status -> {
            audit.record(deed(1));
            assertThat(count()).isZero();
            status.setRollbackOnly();
        });
        assertThatThrownBy(() ->
                        transaction.executeWithoutResult(_ -> {
                            audit.record(deed(2));
                            throw new IllegalStateException("the act failed");
                        }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(count()).isZero();

        transaction.executeWithoutResult(_ -> {
            audit.record(deed(3));
            audit.record(deed(4));
        });

        assertThat(audit.find(unit, Search.ALL, 10))
                .extracting(Entry::about)
                .containsExactly("n° 4", "n° 3");
    }

    @Test
    void aReadIsRecordedAlthoughItsTransactionOnlyReads() {
        var reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);

        reading.executeWithoutResult(_ -> audit.record(deed(1)));

        assertThat(count()).isEqualTo(1);
    }

    @Test
    void manyAtOnceLeaveNoGap() {
        try (var crew = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 400)
                    .forEach(n ->
                            crew.execute(() ->
                                    transaction.executeWithoutResult(status -> {
                                        audit.record(deed(n));
                                        if (n % 7 == 0) {
                                            status.setRollbackOnly();
                                        }
                                    })));
        }

        var numbers = audit.find(unit, Search.ALL, 1000).stream().map(Entry::number).toList();
        var kept = IntStream.range(0, 400).filter(n -> n % 7 != 0).count();
        assertThat(numbers.reversed()).isEqualTo(LongStream.rangeClosed(1, kept).boxed().toList());
        assertThat(audit.verify(Optional.empty())).isEqualTo(new Sound(audit.head()));
    }

    @Test
    void theDatabaseRefusesToChangeIt() {
        record(2);
        for (var change :
                List.of(
                        "UPDATE audit_entry SET about = 'x'",
                        "DELETE FROM audit_entry",
                        "TRUNCATE audit_entry")) {
            assertThatThrownBy(() -> jdbc.sql(change).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void findsTheVeryRowThatTheSuperuserChanged() {
        record(20);
        for (var column : List.of("about", "member", "act", "address")) {
            tamper("UPDATE audit_entry SET " + column + " = 'other' WHERE number = 12");
            assertThat(audit.verify(Optional.empty())).isEqualTo(new Broken(12, CHANGED));
            tamper("UPDATE audit_entry SET " + column + " = " + original(column));
            assertThat(audit.verify(Optional.empty())).isInstanceOf(Sound.class);
        }
        tamper("UPDATE audit_entry SET at = at + interval '1 microsecond' WHERE number = 7");
        assertThat(audit.verify(Optional.empty())).isEqualTo(new Broken(7, CHANGED));
    }

    @Test
    void findsARowThatWasTakenOutAndOneThatWasForged() {
        record(20);
        tamper("DELETE FROM audit_entry WHERE number = 9");
        assertThat(audit.verify(Optional.empty())).isEqualTo(new Broken(9, MISSING));

        var eighth = entry(8);
        var forged = Entry.after(9, eighth.hash(), eighth.at(), deed(99), "");
        insert(forged);
        assertThat(audit.verify(Optional.empty())).isEqualTo(new Broken(10, UNLINKED));
    }

    @Test
    void findsThatTheEndWasCutOffEvenWithTheHeadAdjustedWhenItWasNoted() {
        record(20);
        var noted = Head.of(audit.head().toString());
        record(5);
        assertThat(audit.verify(Optional.of(noted))).isEqualTo(new Sound(audit.head()));

        tamper("DELETE FROM audit_entry WHERE number > 15");
        assertThat(audit.verify(Optional.empty())).isEqualTo(new Broken(16, CUT_OFF));
        tamper(
                "UPDATE audit_head SET (number, hash) = (SELECT number, hash FROM audit_entry WHERE number = 15)");
        assertThat(audit.verify(Optional.empty())).isInstanceOf(Sound.class);
        assertThat(audit.verify(Optional.of(noted))).isEqualTo(new Broken(16, CUT_OFF));

        record(10); // a new end in place of the old one
        assertThat(audit.verify(Optional.empty())).isInstanceOf(Sound.class);
        assertThat(audit.verify(Optional.of(noted))).isEqualTo(new Broken(20, NOT_AS_NOTED));
    }

    @Test
    void theCommandSaysWhichRowIsBroken() throws SQLException {
        record(5);
        var settings = Settings.of(Map.of("TOCSIN_DATABASE_URL", database.url()));
        var out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true, StandardCharsets.UTF_8);

        assertThat(AuditCommand.run(settings, List.of("verify"), print)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains(audit.head().toString());
        tamper("UPDATE audit_entry SET about = 'x' WHERE number = 4");
        assertThat(AuditCommand.run(settings, List.of("verify"), print)).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("broken at entry 4");
        assertThat(AuditCommand.run(settings, List.of("verify", "x"), print)).isEqualTo(2);
        assertThat(AuditCommand.run(settings, List.of(), print)).isEqualTo(2);
    }

    @Test
    void shortensAddressesToTheNetwork() {
        assertThat(Visitors.shortened("192.0.2.77")).isEqualTo("192.0.2.0");
        assertThat(Visitors.shortened("2001:db8:12:34:56:78:9a:bc"))
                .isEqualTo("2001:db8:12:0:0:0:0:0");
        assertThat(Visitors.shortened("unknown")).isEmpty();
    }

    private void record(int times) {
        var start = count();
        for (int i = 1; i <= times; i++) {
            audit.record(deed(start + i));
        }
    }

    private Deed deed(int number) {
        return new Deed("signed-in", unit, MemberId.random(), "Alice", null, "n° " + number);
    }

    private Entry entry(long number) {
        return audit.find(unit, Search.ALL, 1000).stream()
                .filter(entry -> entry.number() == number)
                .findFirst()
                .orElseThrow();
    }

    private static String original(String column) {
        return switch (column) {
            case "about" -> "'n° 12' WHERE number = 12";
            case "member" -> "'Alice' WHERE number = 12";
            case "act" -> "'signed-in' WHERE number = 12";
            default -> "'' WHERE number = 12";
        };
    }

    private int count() {
        return jdbc.sql("SELECT count(*) FROM audit_entry").query(Integer.class).single();
    }

    /// As the superuser, past the triggers.
    private void tamper(String change) {
        jdbc.sql("SET session_replication_role = replica; " + change).update();
    }

    private void insert(Entry entry) {
        jdbc.sql(
                        """
                        INSERT INTO audit_entry (number, at, act, unit_id, member_id, member, subject, about, address,
                                                 previous, hash)
                        VALUES (:number, :at, :act, :unit, :member, :name, NULL, :about, '',
                                decode(:previous, 'hex'), decode(:hash, 'hex'))
                        """)
                .param("number", entry.number())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("act", entry.act())
                .param("unit", entry.unit())
                .param("member", entry.member())
                .param("name", entry.name())
                .param("about", entry.about())
                .param("previous", entry.previous())
                .param("hash", entry.hash())
                .update();
    }

    private HikariDataSource pool() {
        var settings = new HikariConfig();
        settings.setDataSource(database.dataSource());
        settings.setMaximumPoolSize(12);
        return new HikariDataSource(settings);
    }
}
