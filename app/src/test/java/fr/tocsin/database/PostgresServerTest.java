package fr.tocsin.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Our own PostgreSQL as a real child process.
class PostgresServerTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @TempDir static Path folder;

    private OwnDatabase database;

    @BeforeEach
    void start() {
        database = OwnDatabase.start(folder, 5);
    }

    @AfterEach
    void stop() {
        database.close();
    }

    @Test
    void keepsItsDataOverARestart() {
        keepAnswer();

        database.close();
        database = OwnDatabase.start(folder, 5);

        assertThat(answer()).isEqualTo(42);
    }

    @Test
    void comesBackWhenItIsKilled() throws Exception {
        keepAnswer();
        var pid = database.server().pid();

        ProcessHandle.of(pid).orElseThrow().destroyForcibly();

        var end = System.nanoTime() + LIMIT.toNanos();
        while (database.server().pid() == pid || !answers()) {
            assertThat(System.nanoTime()).as("time").isLessThan(end);
            Thread.sleep(20);
        }
        assertThat(answer()).isEqualTo(42);
    }

    @Test
    void refusesASecondServerOnItsFolder() {
        assertThatThrownBy(() -> OwnDatabase.start(folder, 5))
                .isInstanceOfSatisfying(
                        UnusableDatabase.class,
                        refusal -> {
                            assertThat(refusal).hasMessageContaining("Another Tocsin");
                            assertThat(refusal.mend()).contains("TOCSIN_DATA");
                        });
        assertThat(answers()).as("the first is not disturbed").isTrue();
    }

    @Test
    void refusesTheFolderOfAnotherVersion() throws IOException {
        database.close();
        var version = folder.resolve("cluster").resolve("PG_VERSION");
        Files.writeString(version, "17\n");

        assertThatThrownBy(() -> OwnDatabase.start(folder, 5))
                .isInstanceOfSatisfying(
                        UnusableDatabase.class,
                        refusal -> {
                            assertThat(refusal)
                                    .hasMessageContaining("PostgreSQL 17")
                                    .hasMessageContaining("PostgreSQL 18");
                            assertThat(refusal.mend()).contains("pg_dump", "TOCSIN_DATABASE_URL");
                        });

        assertThat(version).hasContent("17");
        Files.writeString(version, "18\n");
        database = OwnDatabase.start(folder, 5);
    }

    @Test
    void startsAfterAFirstStartThatWasCutShort() throws IOException {
        database.close();
        Files.move(folder.resolve("cluster"), folder.resolve("cluster-unfinished"));

        database = OwnDatabase.start(folder, 5);

        assertThat(answers()).isTrue();
    }

    @Test
    void startsWhenItsOldNumberBelongsToAnotherProgram() throws IOException {
        database.close();
        Files.writeString(
                folder.resolve("cluster").resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n");

        database = OwnDatabase.start(folder, 5);

        assertThat(answers()).isTrue();
    }

    @Test
    void listensOnLoopbackOnly() throws IOException {
        for (var address :
                NetworkInterface.networkInterfaces().toList().stream()
                        .flatMap(NetworkInterface::inetAddresses)
                        .filter(address -> !address.isLoopbackAddress())
                        .toList()) {
            assertThatThrownBy(() -> connect(address)).isInstanceOf(ConnectException.class);
        }
        connect(InetAddress.getByName("127.0.0.1"));
    }

    @Test
    void letsNobodyInWithoutThePassword() {
        assertThatThrownBy(() ->
                        DriverManager.getConnection(database.url(), OwnDatabase.NAME, "guess"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password");
    }

    @Test
    void worksAsAnOrdinaryRole() {
        assertThat(
                        jdbc().sql("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
                                .query(Boolean.class)
                                .single())
                .isFalse();
    }

    private void connect(InetAddress address) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, database.server().port()), 2000);
        }
    }

    private boolean answers() {
        try (var connection =
                DriverManager.getConnection(
                        database.url(), OwnDatabase.NAME, database.password())) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    private void keepAnswer() {
        jdbc().sql("DROP TABLE IF EXISTS kept").update();
        jdbc().sql("CREATE TABLE kept AS SELECT 42 AS answer").update();
    }

    private int answer() {
        return jdbc().sql("SELECT answer FROM kept").query(Integer.class).single();
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(
                new DriverManagerDataSource(database.url(), OwnDatabase.NAME, database.password()));
    }
}
