package fr.tocsin.delivering;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tocsin.database.FreshDatabase;
import fr.tocsin.database.TestPostgres;
import fr.tocsin.secrets.Secrets;
import fr.tocsin.units.MemberId;
import fr.tocsin.units.Officer;
import fr.tocsin.units.Role;
import fr.tocsin.units.Unit;
import fr.tocsin.units.UnitId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The stop on the real server process, killed while a step is at the network: what was armed is
/// looked for, all else stays, until a person releases it.
class StoppedServerTest {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes();

    private final FreshDatabase database = TestPostgres.freshDatabase();
    private final JdbcClient jdbc = database.jdbc();
    private final Orders orders = new Orders(jdbc);
    private final SealedSecrets sealed =
            new SealedSecrets(jdbc, Secrets.withKey(KEY), new Accounts(jdbc), Clock.systemUTC());
    private final Officer bob = bob();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path data;

    @Test
    void aStopOutlivesTheServer() throws IOException {
        try (var network = new CountingServer(false);
                var here = new Node(database, new FakeChannel(), Story.PACE, Clock.systemUTC())) {
            var atNetwork = account(network);
            var waiting = account(network);
            network.hold();
            var server = start();
            order(atNetwork, "ANSWERING un", "ANSWERING deux");
            await(server, () -> network.held() == 1);

            assertThat(here.stopping.stop(bob, "erreur dans une série")).isTrue();
            var held = order(waiting, "ORDERED un", "ORDERED deux");
            server.kill();
            network.release();

            server = start();
            try {
                await(server, () -> states(atNetwork).equals(List.of("settled", "planned")));
                TimeUnit.SECONDS.sleep(2);
                assertThat(texts(network, atNetwork)).containsExactly("ANSWERING un");
                assertThat(texts(network, waiting)).isEmpty();

                var stoppage = here.stopping.inForce(bob.unitId()).orElseThrow().id();
                here.stopping.release(bob, stoppage, Set.of(held));
                await(server, () -> states(waiting).equals(List.of("settled", "settled")));
                assertThat(texts(network, waiting)).containsExactly("ORDERED un", "ORDERED deux");
                assertThat(texts(network, atNetwork)).containsExactly("ANSWERING un");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                server.kill();
            }
        }
    }

    private static List<String> texts(CountingServer network, AccountId account) {
        return network.of(account.toString()).stream().map(CountingServer.Copy::text).toList();
    }

    private List<String> states(AccountId account) {
        return jdbc.sql(
                        """
                        SELECT s.state FROM delivery_step s JOIN delivery d ON d.id = s.delivery_id
                         WHERE d.account_id = :account ORDER BY s.position
                        """)
                .param("account", account.value())
                .query(String.class)
                .list();
    }

    private UUID order(AccountId account, String... texts) {
        var publication = UUID.randomUUID();
        var now = Instant.now();
        var post = Story.post(Kind.PREVENTION, Arrays.copyOf(texts, texts.length));
        orders.place(
                new Order(bob.unitId(), publication, UUID.randomUUID(), now, Map.of(account, post)),
                now);
        return publication;
    }

    private ServerProcess start() {
        return ServerProcess.start(
                data,
                Map.of(
                        "TOCSIN_DATABASE_URL", database.url(),
                        "TOCSIN_SECRET_KEY", Base64.getEncoder().encodeToString(KEY),
                        "TOCSIN_OUTBOUND_ALLOW", "127.0.0.1",
                        "TOCSIN_LEASE", "3s",
                        "TOCSIN_RECONCILE_AFTER", "1s"));
    }

    /// Polls a real process; nothing tells a test when another process has done something.
    private static void await(ServerProcess server, BooleanSupplier condition) {
        var deadline = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        while (!condition.getAsBoolean()) {
            if (!server.isAlive() || System.nanoTime() > deadline) {
                throw new AssertionError("the server did not get there:\n" + server.lastWords());
            }
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    private AccountId account(CountingServer network) {
        var id = AccountId.random();
        jdbc.sql(
                        """
                        INSERT INTO account (id, unit_id, network, handle, display_name, server, remote_id, state, limits,
                                             limits_at, secrets, created_at)
                        VALUES (:id, :unit, 'mastodon', '@unit', 'Unit', :server, :remote, 'connected',
                                CAST(:limits AS jsonb), now(), :secrets, now())
                        """)
                .param("id", id.value())
                .param("unit", bob.unitId().value())
                .param("server", network.root().toString())
                .param("remote", id.toString())
                .param("limits", Snapshots.write(FakeChannel.LIMITS))
                .param("secrets", sealed.seal(id, Map.of("token", id.toString())))
                .update();
        return id;
    }

    private Officer bob() {
        var unit =
                new Unit(
                        UnitId.random(),
                        "sdis-86",
                        "SDIS 86",
                        Unit.Service.FIRE,
                        "Vienne",
                        "",
                        false);
        jdbc.sql(
                        """
                        INSERT INTO unit (id, slug, name, service, place, contact, demo, created_at)
                        VALUES (:id, 'sdis-86', 'SDIS 86', 'FIRE', 'Vienne', '', false, now())
                        """)
                .param("id", unit.id().value())
                .update();
        return new Officer(MemberId.random(), "Bob", unit, Set.of(Role.ADMINISTRATOR));
    }
}
