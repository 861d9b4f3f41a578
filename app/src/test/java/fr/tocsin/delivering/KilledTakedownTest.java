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
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// As [KilledServerTest], for takedowns: killed with SIGKILL at each edge of a takedown's life, the
/// server resumes and removes every part of every thread.
class KilledTakedownTest {

    private static final int PARTS = 2;
    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes();

    /// One thread that is public and is to be taken down.
    private record Public(UUID publication, AccountId account, CountingServer network) {}

    private final FreshDatabase database = TestPostgres.freshDatabase();
    private final JdbcClient jdbc = database.jdbc();
    private final SealedSecrets sealed =
            new SealedSecrets(jdbc, Secrets.withKey(KEY), new Accounts(jdbc), Clock.systemUTC());
    private final EdgesInDatabase edges = new EdgesInDatabase(database);
    private final UnitId unit = unit();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path data;

    @Test
    void removesEveryPartWhereverItIsKilled() throws IOException, SQLException {
        edges.ofTakedowns();
        try (var network = new CountingServer(true)) {
            var server = start();
            try {
                for (var together : TakedownEdge.ROUNDS) {
                    edges.hold();
                    network.hold();
                    var taken = together.stream().map(edge -> takeDown(edge, network)).toList();
                    var inDatabase =
                            (int) together.stream().filter(TakedownEdge::isInDatabase).count();
                    await(
                            server,
                            () ->
                                    edges.held() == inDatabase
                                            && network.held() == together.size() - inDatabase);
                    server.kill();
                    edges.release();
                    network.release();

                    server = start();
                    var killed = server;
                    taken.forEach(one -> await(killed, () -> isOver(one)));
                    assertThat(taken)
                            .allSatisfy(one ->
                                    assertThat(network.of(one.account().toString())).isEmpty());
                }
                looksForEachOfThem(server);
            } finally {
                edges.release();
                server.kill();
            }
        }
    }

    private boolean isOver(Public one) {
        return jdbc.sql(
                                """
                                SELECT count(*) FROM takedown t
                                  JOIN takedown_copy c ON c.takedown_id = t.id AND c.ending = 'removed'
                                 WHERE t.publication_id = :publication AND t.settled_at IS NOT NULL
                                """)
                        .param("publication", one.publication())
                        .query(Integer.class)
                        .single()
                == PARTS;
    }

    private void looksForEachOfThem(ServerProcess server) {
        jdbc.sql("UPDATE takedown_look SET due_at = now()").update();
        await(
                server,
                () ->
                        jdbc.sql("SELECT count(*) FROM takedown_copy WHERE verified_at IS NULL")
                                        .query(Integer.class)
                                        .single()
                                == 0);
    }

    private Public takeDown(TakedownEdge edge, CountingServer network) {
        var publication = UUID.randomUUID();
        var account = account(network);
        publish(edge, publication, account, network);
        jdbc.sql(
                        """
                        INSERT INTO takedown (id, unit_id, publication_id, title, kind, revision, revision_hash, cause,
                                              remark, ordered_by, ordered_by_name, ordered_at, by_author, changed_at,
                                              next_at)
                        VALUES (gen_random_uuid(), :unit, :publication, :title, 'prevention', '', '', 'mistake', '',
                                gen_random_uuid(), 'Bob', now(), false, now(), now())
                        """)
                .param("unit", unit.value())
                .param("publication", publication)
                .param("title", edge + " ")
                .update();
        return new Public(publication, account, network);
    }

    private void publish(
            TakedownEdge edge, UUID publication, AccountId account, CountingServer network) {
        jdbc.sql(
                        """
                        INSERT INTO publication (id, unit_id, kind, title, text, link, language, warning, visibility,
                                                 under_seal, state, version, demo, created_at, updated_at,
                                                 updated_by_name)
                        VALUES (:id, :unit, 'prevention', '', '', '', 'fr', '', 'public', false, 'taken_down', 1, false,
                                now(), now(), '')
                        """)
                .param("id", publication)
                .param("unit", unit.value())
                .update();
        var texts = new ArrayList<String>();
        for (int part = 1; part <= PARTS; part++) {
            texts.add("%s %s part %d".formatted(edge, publication, part));
        }
        var delivery = UUID.randomUUID();
        jdbc.sql(
                        """
                        INSERT INTO delivery (id, unit_id, publication_id, revision_id, account_id, operation, post, lane,
                                              due_at, state, next_at, created_at, begun_at, settled_at)
                        VALUES (:id, :unit, :publication, gen_random_uuid(), :account, 'publish', CAST(:post AS jsonb),
                                3, now(), 'done', now(), now(), now(), now())
                        """)
                .param("id", delivery)
                .param("unit", unit.value())
                .param("publication", publication)
                .param("account", account.value())
                .param(
                        "post",
                        Snapshots.write(Story.post(Kind.PREVENTION, texts.toArray(String[]::new))))
                .update();
        for (int part = 0; part < PARTS; part++) {
            settled(delivery, part, network.show(account.toString(), texts.get(part)));
        }
    }

    private void settled(UUID delivery, int part, RemotePost post) {
        jdbc.sql(
                        """
                        INSERT INTO delivery_step (delivery_id, position, first_part, parts, key, state, armed_at,
                                                   last_armed_at, posts, settled_at)
                        VALUES (:id, :part, :part, 1, 'key', 'settled', now(), now(), CAST(:posts AS jsonb), now())
                        """)
                .param("id", delivery)
                .param("part", part)
                .param("posts", Snapshots.write(List.of(post)))
                .update();
    }

    private ServerProcess start() {
        return ServerProcess.start(
                data,
                Map.of(
                        "TOCSIN_DATABASE_URL", database.url(),
                        "TOCSIN_SECRET_KEY", Base64.getEncoder().encodeToString(KEY),
                        "TOCSIN_OUTBOUND_ALLOW", "127.0.0.1",
                        "TOCSIN_WORKERS", "20",
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
