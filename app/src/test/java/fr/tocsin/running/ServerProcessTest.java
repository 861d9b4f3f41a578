package fr.tocsin.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real server with its own PostgreSQL, started, stopped and killed.
class ServerProcessTest {

    @TempDir Path folder;

    private Map<String, String> settings;
    private Path log;

    @BeforeEach
    void choose() {
        settings = Map.of("TOCSIN_DATA", folder.resolve("data").toString());
        log = folder.resolve("log");
    }

    @Test
    void startsStopsIsKilledAndStartsAgain() throws Exception {
        try (var server = ServerProcess.start(settings, log)) {
            var postgres = postgres();
            assertThat(server.get("/health").body()).contains("\"status\":\"up\"");

            assertThat(server.stop()).isLessThan(Duration.ofSeconds(10));
            assertThat(postgres.isAlive()).as("PostgreSQL is left behind").isFalse();
        }
        try (var server = ServerProcess.start(settings, log)) {
            var postgres = postgres();
            server.kill();
            postgres.onExit().get(10, TimeUnit.SECONDS);
        }
        try (var server = ServerProcess.start(settings, log)) {
            postgres().destroyForcibly();
            server.awaitReady();
            server.stop();
        }
    }

    @Test
    void refusesAnUnknownSettingAndNamesTheNearest() throws Exception {
        try (var server = ServerProcess.launch(Map.of("TOCSIN_DTA", "x"), log)) {
            assertThat(server.process().waitFor(60, TimeUnit.SECONDS)).isTrue();

            assertThat(server.process().exitValue()).isNotZero();
            assertThat(server.printed())
                    .contains("There is no setting TOCSIN_DTA.", "Did you mean TOCSIN_DATA?")
                    .doesNotContain("\tat ");
        }
    }

    private ProcessHandle postgres() throws IOException {
        var file = folder.resolve("data/postgres/cluster/postmaster.pid");
        var pid = Long.parseLong(Files.readAllLines(file).getFirst());
        return ProcessHandle.of(pid).orElseThrow();
    }
}
