package fr.tocsin.delivering;

import static fr.tocsin.delivering.DeliveryReport.State.PUBLISHED;
import static fr.tocsin.delivering.DeliveryReport.State.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Several servers on one database, and one server with several deliveries.
class NodesTest {

    private static final Duration LEASE = Story.PACE.lease();

    private final Story story = new Story();
    private final FakeChannel network = story.network;
    private final Node other = story.node();

    @AfterEach
    void close() {
        other.close();
        story.close();
    }

    @Test
    void oneDeliveryIsInOneHandOnly() {
        story.order("une");

        assertThat(story.node.worker.claimNext("a", Delivery.ROUTINE_LANE)).isPresent();
        assertThat(other.worker.claimNext("b", Delivery.ROUTINE_LANE)).isEmpty();
    }

    @Test
    void twoNodesAtFullSpeedPublishEverythingOnce() throws InterruptedException {
        var texts = IntStream.range(0, 60).mapToObj(i -> "n° " + i).toList();
        var accounts =
                IntStream.range(0, 6).mapToObj(i -> story.account(story.unit, "@" + i)).toList();
        var done = new CountDownLatch(texts.size());
        var publications = new ArrayList<UUID>();
        for (int i = 0; i < texts.size(); i++) {
            publications.add(
                    story.order(
                            Kind.COMMUNITY,
                            accounts.get(i % accounts.size()),
                            story.clock.instant(),
                            texts.get(i)));
        }
        var crews = List.of(story.node.workers(), other.workers());
        crews.forEach(Workers::start);
        try {
            for (int i = 0; i < 600 && done.getCount() > 0; i++) {
                TimeUnit.MILLISECONDS.sleep(50);
                if (network.shown.size() >= texts.size()) {
                    break;
                }
            }
        } finally {
            crews.forEach(Workers::stop);
        }

        assertThat(network.shown).containsExactlyInAnyOrderElementsOf(texts);
        assertThat(publications)
                .allSatisfy(
                        publication -> assertThat(story.state(publication)).isEqualTo(PUBLISHED));
        assertThat(story.node.events.size() + other.events.size()).isEqualTo(texts.size());
    }

    @Test
    void aWorkerThatLostItsLeaseArmsNothing() {
        story.order("à qui ?");
        var slow = story.node.claim();
        network.preparations.add(dispatch -> {
            story.clock.forward(LEASE.plusSeconds(1));
            other.workAll();
            return new Preparation.Prepared("too late");
        });

        story.node.worker.work(slow);

        assertThat(network.shown).containsExactly("à qui ?");
        assertThat(slow.isLost()).isTrue();
    }

    @Test
    void aWorkerThatLostItsLeaseSettlesNothing() {
        var publication = story.order("en double ?");
        var slow = story.node.claim();
        network.attempts.add(dispatch -> {
            network.accept(dispatch);
            story.clock.forward(LEASE.plusSeconds(1));
            other.workAll();
            return new Attempt.Rejected(Reason.of("what the slow one believes"));
        });

        story.node.worker.work(slow);

        assertThat(network.shown).containsExactly("en double ?");
        assertThat(story.state(publication)).isEqualTo(PUBLISHED);
        assertThat(story.report(publication).tries())
                .extracting(DeliveryReport.Try::outcome)
                .containsExactly("found");
        assertThat(story.node.events).isEmpty();
        assertThat(other.events).hasSize(1);
    }

    @Test
    void whatWasLeftArmedIsLookedForAndSentAgainOnlyOnceAbsenceIsProven() {
        var publication = story.order("orphelin");
        var dead = story.node.claim();
        network.attempts.add(dispatch -> {
            throw new IllegalStateException("killed"); // nothing settles below
        });
        story.jdbc.sql("ALTER TABLE delivery_attempt ADD CHECK (false) NOT VALID").update();
        assertThatThrownBy(() -> story.node.worker.work(dead)).isNotNull();
        story.jdbc
                .sql("ALTER TABLE delivery_attempt DROP CONSTRAINT delivery_attempt_check")
                .update();

        story.clock.forward(LEASE.plusSeconds(1));
        other.workAll();

        assertThat(story.state(publication)).isEqualTo(PUBLISHED);
        assertThat(network.sent).hasSize(2);
        assertThat(network.sent.get(0).step()).isEqualTo(network.sent.get(1).step());
    }

    @Test
    void aLeaseIsProlongedWhileSomethingSlowGoesOn() {
        story.order("lent");
        var claim = story.node.claim();
        for (int i = 0; i < 5; i++) {
            story.clock.forward(LEASE.dividedBy(2));
            story.node.claims.renew(claim, story.clock.instant().plus(LEASE));
            assertThat(other.worker.claimNext("b", Delivery.ROUTINE_LANE)).isEmpty();
        }
        story.node.worker.work(claim);

        assertThat(network.shown).containsExactly("lent");
    }

    @Test
    void alertsFirstThenRemovalsThenTheRest() {
        var gone = story.order("à retirer");
        story.node.workAll();
        network.shown.clear();
        story.order("routine");
        story.clock.forward(Duration.ofSeconds(1));
        story.decide(gone, DeliveryReport.Act.REMOVE);
        story.clock.forward(Duration.ofSeconds(1));
        story.order(Kind.ALERT, story.account, story.clock.instant(), "alerte");

        var order = new ArrayList<Integer>();
        for (int i = 0; i < 3; i++) {
            var claim = story.node.claim();
            order.add(claim.delivery().lane());
            story.node.worker.work(claim);
        }

        assertThat(order)
                .containsExactly(Delivery.ALERT_LANE, Delivery.REMOVAL_LANE, Delivery.ROUTINE_LANE);
    }

    @Test
    void anAccountSendsOneThingAtATimeButAnAlertOvertakesASlowUpload() {
        story.order("première");
        story.order("seconde");
        assertThat(story.node.worker.claimNext("a", Delivery.ROUTINE_LANE)).isPresent();
        assertThat(other.worker.claimNext("b", Delivery.ROUTINE_LANE)).isEmpty();

        story.order(Kind.ALERT, story.account, story.clock.instant(), "évacuez");
        var alert = other.claim();
        other.worker.work(alert);

        assertThat(network.shown).containsExactly("évacuez");
    }

    @Test
    void whenTheNetworkWantsLessTheAccountsOtherDeliveriesWaitToo() {
        var until = story.clock.instant().plus(Duration.ofMinutes(5));
        network.attempts.add(dispatch -> new Attempt.NotSent(Reason.of("rate-limited"), until));
        var first = story.order("une");
        var second = story.order("deux");
        story.node.workAll();

        assertThat(network.sent).hasSize(1);
        assertThat(story.state(second)).isEqualTo(WAITING);
        story.clock.forward(Duration.ofMinutes(5));
        story.node.workAll();

        assertThat(story.state(first)).isEqualTo(PUBLISHED);
        assertThat(story.state(second)).isEqualTo(PUBLISHED);
    }

    @Test
    void nothingLeavesThroughAnAccountThatMustBeConnectedAgain() {
        new Accounts(story.jdbc).mustReconnect(story.account, Reason.of("token-expired"));
        var publication = story.order("bloqué");

        assertThat(story.node.workAll()).isZero();
        assertThat(story.report(publication).state()).isEqualTo(DeliveryReport.State.NEEDS_PERSON);
        assertThat(story.report(publication).reason()).isEqualTo(Reason.of("token-expired"));
        assertThat(story.node.delivering.waitingForPerson(story.unit)).isEqualTo(1);
    }

    @Test
    void whatWaitedTooLongForAnAccountToBeConnectedAgainAsksAPerson() {
        network.attempts.add(dispatch -> {
            new Accounts(story.jdbc).mustReconnect(story.account, Reason.of("token-expired"));
            return new Attempt.NotSent(Reason.of("token-expired"), story.clock.instant());
        });
        var publication = story.order("vieille nouvelle");
        story.node.workAll();
        story.clock.forward(Duration.ofDays(1));
        story.jdbc.sql("UPDATE account SET state = 'connected'").update();
        story.node.workAll();

        assertThat(story.report(publication).reason()).isEqualTo(Reason.of("overdue"));
        assertThat(network.shown).isEmpty();
    }

    @Test
    void stoppingLetsTheActUnderWayEndAndLeavesTheRest() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        network.attempts.add(dispatch -> {
            begun.countDown();
            await(go);
            return network.accept(dispatch);
        });
        var publication = story.order("un", "deux");
        var crew = story.node.workers();
        crew.start();
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
        var stopping = Thread.ofVirtual().start(crew::stop);
        while (crew.isRunning()) {
            Thread.onSpinWait();
        }
        TimeUnit.MILLISECONDS.sleep(50); // lets stop() reach the claim
        go.countDown();
        stopping.join();

        assertThat(network.shown).containsExactly("un");
        assertThat(story.state(publication)).isEqualTo(WAITING);
        other.workAll();
        assertThat(network.shown).containsExactly("un", "deux");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
