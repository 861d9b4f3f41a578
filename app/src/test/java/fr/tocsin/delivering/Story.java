package fr.tocsin.delivering;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tocsin.database.FreshDatabase;
import fr.tocsin.database.TestPostgres;
import fr.tocsin.units.MemberId;
import fr.tocsin.units.UnitId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Two units with an account each on the fake network, a node, and a clock that stands still.
final class Story implements AutoCloseable {

    static final Pace PACE =
            new Pace(4, Duration.ofSeconds(60), Duration.ofSeconds(20), Duration.ofMinutes(30));

    final MovedClock clock = new MovedClock();
    final FakeChannel network;
    private final Channel channel;
    final FreshDatabase database = TestPostgres.freshDatabase();
    final JdbcClient jdbc = database.jdbc();
    final Node node;
    final MemberId alice = MemberId.random();
    final UnitId unit;
    final UnitId elsewhere;
    final AccountId account;
    private final Map<UUID, UUID> publications = new HashMap<>();

    Story() {
        this(new FakeChannel());
    }

    Story(FakeChannel network) {
        this(network, network);
    }

    /// @param channel how the network is reached
    Story(FakeChannel network, Channel channel) {
        this.network = network;
        this.channel = channel;
        node = node();
        unit = unit("gendarmerie-86");
        elsewhere = unit("sdis-86");
        account = account(unit, "@gendarmerie86");
    }

    /// One more server on the same database.
    Node node() {
        return new Node(database, channel, PACE, clock);
    }

    AccountId account(UnitId unit, String handle) {
        var id = AccountId.random();
        jdbc.sql(
                        """
                        INSERT INTO account (id, unit_id, network, handle, display_name, server, remote_id, state, limits,
                                             limits_at, created_at)
                        VALUES (:id, :unit, 'fake', :handle, :handle, 'https://fake.example', :handle, 'connected',
                                CAST(:limits AS jsonb), :now, :now)
                        """)
                .param("id", id.value())
                .param("unit", unit.value())
                .param("handle", handle)
                .param("limits", Snapshots.write(FakeChannel.LIMITS))
                .param("now", Times.at(clock.instant()))
                .update();
        return id;
    }

    private UnitId unit(String slug) {
        var id = UnitId.random();
        jdbc.sql(
                        """
                        INSERT INTO unit (id, slug, name, service, place, contact, demo, created_at)
                        VALUES (:id, :slug, :slug, 'OTHER', 'Vienne', '', false, :now)
                        """)
                .param("id", id.value())
                .param("slug", slug)
                .param("now", Times.at(clock.instant()))
                .update();
        return id;
    }

    /// Orders a routine publication, due now.
    UUID order(String... parts) {
        return order(Kind.COMMUNITY, account, clock.instant(), parts);
    }

    UUID order(Kind kind, AccountId account, Instant due, String... parts) {
        var publication = UUID.randomUUID();
        publications.put(publication, UUID.randomUUID());
        place(publication, account, post(kind, parts), due);
        return publication;
    }

    void place(UUID publication, AccountId account, Post post, Instant due) {
        var revision = Objects.requireNonNull(publications.get(publication));
        var order = new Order(unit, publication, revision, due, Map.of(account, post));
        node.transaction.executeWithoutResult(status -> node.delivering.order(order));
    }

    /// Orders a new revision of something that was ordered before.
    void correct(UUID publication, String... parts) {
        correct(publication, UUID.randomUUID(), parts);
    }

    void correct(UUID publication, UUID revision, String... parts) {
        var posts = Map.of(account, post(Kind.COMMUNITY, parts));
        var order = new Order(unit, publication, revision, clock.instant(), posts);
        node.transaction.executeWithoutResult(status -> node.delivering.correct(order));
    }

    static Post post(Kind kind, String... parts) {
        return new Post(
                kind,
                "fr",
                null,
                null,
                null,
                Arrays.stream(parts).map(text -> new Post.Part(text, List.of())).toList(),
                Post.Visibility.PUBLIC);
    }

    int cancel(UUID publication) {
        return node.transaction.execute(
                status -> node.delivering.cancel(unit, publication, Reason.of("withdrawn")));
    }

    /// The publication is taken down, and all that is public is to be removed.
    void recall(UUID publication) {
        node.transaction.executeWithoutResult(status -> {
            node.recalls.stop(unit, publication);
            node.recalls.copies(unit, publication).stream()
                    .filter(copy -> copy.state() == Copy.State.PUBLIC)
                    .forEach(copy -> node.recalls.remove(unit, copy.delivery()));
        });
    }

    List<Copy> copies(UUID publication) {
        return node.recalls.copies(unit, publication);
    }

    boolean decide(UUID publication, DeliveryReport.Act act) {
        var delivery = report(publication).id();
        return node.delivering.decide(unit, delivery, act, alice);
    }

    DeliveryReport report(UUID publication) {
        var reports = node.delivering.of(unit, publication);
        assertThat(reports).hasSize(1);
        return reports.getFirst();
    }

    DeliveryReport.State state(UUID publication) {
        return report(publication).state();
    }

    /// Moves the clock to the moment of the delivery's next try and works.
    void atNextTry(UUID publication) {
        var next = report(publication).nextTry();
        assertThat(next).isNotNull();
        clock.forward(Duration.between(clock.instant(), next));
        node.workAll();
    }

    @Override
    public void close() {
        node.close();
    }
}
