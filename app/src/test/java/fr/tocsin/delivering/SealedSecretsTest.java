package fr.tocsin.delivering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.tocsin.delivering.Connects.Progress;
import fr.tocsin.secrets.Secrets;
import fr.tocsin.units.MemberId;
import fr.tocsin.units.UnitId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SealedSecretsTest {

    private final Story story = new Story();
    private final Secrets key = Secrets.withKey(new byte[32]);
    private final SealedSecrets secrets =
            new SealedSecrets(story.node.jdbc, key, new Accounts(story.node.jdbc), story.clock);
    private final Connections connections = new Connections(story.node.jdbc, secrets, key);
    private final AccountId account = connect("first");

    @AfterEach
    void close() {
        story.close();
    }

    private AccountId connect(String token) {
        return connections.connect(
                story.unit,
                FakeChannel.NETWORK,
                new Progress.Connected(
                        "@police86",
                        "Police 86",
                        URI.create("https://fake.example"),
                        "4217",
                        FakeChannel.LIMITS,
                        Map.of("access", token, "refresh", "secret-refresh")),
                story.alice,
                story.clock.instant());
    }

    @Test
    void tokensAreUnreadableInTheDatabase() {
        var stored =
                story.jdbc
                        .sql("SELECT secrets FROM account WHERE id = :id")
                        .param("id", account.value())
                        .query(byte[].class)
                        .single();

        assertThat(new String(stored, StandardCharsets.ISO_8859_1))
                .doesNotContain("secret-refresh");
        assertThat(secrets.read(account))
                .containsOnly(Map.entry("access", "first"), Map.entry("refresh", "secret-refresh"));
    }

    @Test
    void connectingTheSameAccountAgainKeepsItsId() {
        secrets.mustReconnect(account, Reason.of("token-expired"));

        assertThat(connect("second")).isEqualTo(account);
        assertThat(secrets.read(account)).containsEntry("access", "second");
        assertThat(story.node.delivering.account(story.unit, account))
                .get()
                .extracting(Account::state)
                .isEqualTo(Account.State.CONNECTED);
    }

    @Test
    void ofManyWhoRefreshAtOnceOnlyOneAsksTheNetwork() throws Exception {
        var asked = new AtomicInteger();
        var stale = secrets.read(account);
        var together = new CountDownLatch(8);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results =
                    IntStream.range(0, 8)
                            .mapToObj(i ->
                                    threads.submit(() -> {
                                        together.countDown();
                                        together.await();
                                        return secrets.refresh(
                                                account,
                                                stale,
                                                old ->
                                                        Map.of(
                                                                "access",
                                                                "new-" + asked.incrementAndGet()));
                                    }))
                            .toList();
            for (var result : results) {
                assertThat(result.get())
                        .containsEntry("access", "new-1")
                        .containsEntry("refresh", "secret-refresh");
            }
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void holdsNoConnectionWhileTheNetworkIsAsked() {
        secrets.refresh(
                account,
                secrets.read(account),
                old -> {
                    assertThat(story.node.pool.getHikariPoolMXBean().getActiveConnections())
                            .isZero();
                    return Map.of("access", "new");
                });
    }

    @Test
    void anEmptyAnswerNeverOverwritesAToken() {
        var fresh =
                secrets.refresh(
                        account,
                        secrets.read(account),
                        old -> Map.of("access", "new", "refresh", ""));

        assertThat(fresh).containsEntry("refresh", "secret-refresh");
        assertThat(secrets.read(account)).isEqualTo(fresh);
    }

    @Test
    void aFailedExchangeChangesNothingAndLetsTheNextOneTry() {
        var stale = secrets.read(account);
        assertThatThrownBy(() ->
                        secrets.refresh(
                                account,
                                stale,
                                old -> {
                                    throw new IllegalStateException("no network");
                                }))
                .hasMessage("no network");

        assertThat(secrets.read(account)).isEqualTo(stale);
        assertThat(secrets.refresh(account, stale, old -> Map.of("access", "new")))
                .containsEntry("access", "new");
    }

    @Test
    void removingErasesTheTokensAtOnceAndStopsWhatHasNotBegun() {
        var waiting = story.order(Kind.COMMUNITY, account, story.clock.instant(), "ne partira pas");

        assertThat(connections.remove(story.elsewhere, account, story.clock.instant())).isFalse();
        assertThat(connections.remove(story.unit, account, story.clock.instant())).isTrue();

        assertThat(secrets.read(account)).isEmpty();
        assertThat(story.node.workAll()).isZero();
        var report = story.report(waiting);
        assertThat(report.state()).isEqualTo(DeliveryReport.State.CANCELLED);
        assertThat(report.reason()).isEqualTo(Reason.of("account-removed"));
        assertThat(story.node.delivering.account(story.unit, account)).isEmpty();
    }

    @Test
    void aConsentCountsOnceAndOnlyForTheMemberAndUnitThatAskedForIt() {
        var goTo =
                new Progress.GoTo(
                        URI.create("https://fake.example/oauth"),
                        "state-1",
                        Map.of("code", "kept"));
        var until = story.clock.instant().plusSeconds(60);
        connections.keep(story.unit, story.alice, FakeChannel.NETWORK, goTo, until);

        assertThat(take(story.elsewhere, story.alice)).isEmpty();
        assertThat(take(story.unit, MemberId.random())).isEmpty();
        assertThat(take(story.unit, story.alice)).contains(Map.of("code", "kept"));
        assertThat(take(story.unit, story.alice)).isEmpty();

        connections.keep(story.unit, story.alice, FakeChannel.NETWORK, goTo, until);
        story.clock.forward(Duration.ofSeconds(61));
        assertThat(take(story.unit, story.alice)).isEmpty();
    }

    private Optional<Map<String, String>> take(UnitId unit, MemberId member) {
        return connections.take(
                unit, member, FakeChannel.NETWORK, "state-1", story.clock.instant());
    }
}
