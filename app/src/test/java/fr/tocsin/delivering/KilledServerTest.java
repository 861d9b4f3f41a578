package fr.tocsin.delivering;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tocsin.database.FreshDatabase;
import fr.tocsin.database.TestPostgres;
import fr.tocsin.secrets.Secrets;
import fr.tocsin.units.UnitId;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The promise of this product, tried on the real server process: killed with SIGKILL at each edge
/// of a delivery's life, it publishes, edits or answers every part of every thread exactly once, in
/// order, on servers that honour idempotency keys and on servers that ignore them.
class KilledServerTest {

    private static final int ROUNDS = 3;
    private static final int PARTS = 3;

    /// Parts of what a correction corrects: one fewer, so that it continues too.
    private static final int BEFORE = 2;

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes();

    /// One thread on its way: to an account of its own, so that all are at their edges together.
    private record Sent(
            UUID publication,
            AccountId account,
            Operation operation,
            Edge edge,
            CountingServer network) {

        /// Everything that readers are to see in the end.
        List<String> shown() {
            return operation == Operation.REPLY
                    ? Stream.concat(before().stream(), texts().stream()).toList()
                    : texts();
        }

        List<String> before() {
            return IntStream.rangeClosed(1, BEFORE).mapToObj(part -> "before " + part).toList();
        }

        List<String> texts() {
            return IntStream.rangeClosed(1, PARTS)
                    .mapToObj(part -> "%s %s part %d".formatted(edge, publication, part))
                    .toList();
        }
    }

    private final FreshDatabase database = TestPostgres.freshDatabase();
    private final JdbcClient jdbc = database.jdbc();
    private final Orders orders = new Orders(jdbc);
    private final SealedSecrets sealed =
            new SealedSecrets(jdbc, Secrets.withKey(KEY), new Accounts(jdbc), Clock.systemUTC());
    private final EdgesInDatabase edges = new EdgesInDatabase(database);
    private final UnitId unit = unit();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path data;

    @ParameterizedTest
    @EnumSource(names = {"PUBLISH", "EDIT", "REPLY"})
    void doesEveryPartOnceHoweverOftenAndWhereverItIsKilled(Operation operation)
            throws IOException, SQLException {
        try (var honouring = new CountingServer(true);
                var ignoring = new CountingServer(false)) {
            var networks = List.of(honouring, ignoring);
            var server = start();
            try {
                for (int round = 1; round <= ROUNDS; round++) {
                    var sent = bringToTheirEdges(networks, server, operation);
                    server.kill();
                    edges.release();
                    networks.forEach(CountingServer::release);
                    endLeases();

                    server = start();
                    awaitDone(sent, server);
                    assertThat(sent).allSatisfy(this::isPublishedOnceInOrder);
                }
            } finally {
                edges.release();
                server.kill();
            }
        }
    }

    private List<Sent> bringToTheirEdges(
            List<CountingServer> networks, ServerProcess server, Operation operation)
            throws SQLException {
        edges.hold();
        networks.forEach(CountingServer::hold);
        var sent = new ArrayList<Sent>();
        for (var network : networks) {
            Arrays.stream(Edge.values())
                    .filter(edge -> edge != Edge.ORDERED)
                    .forEach(edge -> sent.add(order(operation, edge, network)));
        }
        var inDatabase = (int) sent.stream().filter(one -> one.edge().isInDatabase()).count();
        var onNetworks = sent.size() - inDatabase;
        await(
                server,
                () ->
                        edges.held() == inDatabase
                                && networks.stream().mapToInt(CountingServer::held).sum()
                                        == onNetworks);
        networks.forEach(network -> sent.add(order(operation, Edge.ORDERED, network)));
        return sent;
    }

    private Sent order(Operation operation, Edge edge, CountingServer network) {
        var publication = UUID.randomUUID();
        var account = account(network);
        var sent = new Sent(publication, account, operation, edge, network);
        if (operation != Operation.PUBLISH) {
            correct(sent);
            return sent;
        }
        var now = Instant.now();
        var post = Story.post(Kind.PREVENTION, sent.texts().toArray(String[]::new));
        orders.place(
                new Order(unit, publication, UUID.randomUUID(), now, Map.of(account, post)), now);
        return sent;
    }

    /// A thread that was published before, and the order to correct it.
    private void correct(Sent sent) {
        var published = UUID.randomUUID();
        insert(published, sent, "publish", null, sent.before(), "done");
        var inReplyTo = "";
        for (int part = 0; part < BEFORE; part++) {
            var text = sent.before().get(part);
            var copy = sent.network().add(sent.account().toString(), text, inReplyTo);
            inReplyTo = String.valueOf(copy.id());
            jdbc.sql(
                            """
                            INSERT INTO delivery_step (delivery_id, position, first_part, parts, key, state, armed_at,
                                                       posts, settled_at)
                            VALUES (:id, :part, :part, 1, 'key', 'settled', now(), CAST(:posts AS jsonb), now())
                            """)
                    .param("id", published)
                    .param("part", part)
                    .param("posts", Snapshots.write(List.of(new RemotePost(inReplyTo, null, null))))
                    .update();
        }
        insert(
                UUID.randomUUID(),
                sent,
                sent.operation().name().toLowerCase(Locale.ROOT),
                published,
                sent.texts(),
                "ready");
    }

    private void insert(
            UUID id,
            Sent sent,
            String operation,
            @Nullable UUID corrects,
            List<String> texts,
            String state) {
        jdbc.sql(
                        """
                        INSERT INTO delivery (id, unit_id, publication_id, revision_id, account_id, operation, corrects,
                                              correction, post, lane, due_at, state, next_at, created_at, begun_at)
                        VALUES (:id, :unit, :publication, gen_random_uuid(), :account, :operation, CAST(:corrects AS uuid),
                                CASE WHEN CAST(:corrects AS uuid) IS NULL THEN 0 ELSE 1 END, CAST(:post AS jsonb), 2, now(), :state,
                                now(), now(), CASE WHEN CAST(:corrects AS uuid) IS NULL THEN now() END)
                        """)
                .param("id", id)
                .param("unit", unit.value())
                .param("publication", sent.publication())
                .param("account", sent.account().value())
                .param("operation", operation)
                .param("corrects", corrects)
                .param(
                        "post",
                        Snapshots.write(Story.post(Kind.PREVENTION, texts.toArray(String[]::new))))
                .param("state", state)
                .update();
    }

    private void awaitDone(List<Sent> sent, ServerProcess server) {
        var publications = sent.stream().map(Sent::publication).toArray(UUID[]::new);
        await(
                server,
                () ->
                        jdbc.sql(
                                                """
                                                SELECT count(*) FROM delivery
                                                 WHERE publication_id = ANY(:publications) AND state <> 'done'
                                                """)
                                        .param("publications", publications)
                                        .query(Integer.class)
                                        .single()
                                == 0);
    }

    private void isPublishedOnceInOrder(Sent sent) {
        var copies = sent.network().of(sent.account().toString());
        assertThat(copies).extracting(CountingServer.Copy::text).isEqualTo(sent.shown());
        var expected = new ArrayList<String>();
        expected.add("");
        copies.subList(0, copies.size() - 1)
                .forEach(copy -> expected.add(String.valueOf(copy.id())));
        assertThat(copies).extracting(CountingServer.Copy::inReplyTo).isEqualTo(expected);
    }

    /// As if the time had passed for which the dead server held them: long enough for all to come
    /// to their edges together, however slow the machine is.
    private void endLeases() {
        jdbc.sql("UPDATE delivery SET next_at = now() WHERE state = 'claimed'").update();
    }

    private ServerProcess start() {
        return ServerProcess.start(
                data,
                Map.of(
                        "TOCSIN_DATABASE_URL", database.url(),
                        "TOCSIN_DATABASE_POOL", "40",
                        "TOCSIN_SECRET_KEY", Base64.getEncoder().encodeToString(KEY),
                        "TOCSIN_OUTBOUND_ALLOW", "127.0.0.1",
                        "TOCSIN_WORKERS", "40",
                        "TOCSIN_LEASE", "30s",
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
                .param("unit", unit.value())
                .param("server", network.root().toString())
                .param("remote", id.toString())
                .param("limits", Snapshots.write(FakeChannel.LIMITS))
                .param("secrets", sealed.seal(id, Map.of("token", id.toString())))
                .update();
        return id;
    }

    private UnitId unit() {
        var id = UnitId.random();
        jdbc.sql(
                        """
                        INSERT INTO unit (id, slug, name, service, place, contact, demo, created_at)
                        VALUES (:id, 'sdis-86', 'SDIS 86', 'FIRE', 'Vienne', '', false, now())
                        """)
                .param("id", id.value())
                .update();
        return id;
    }
}
