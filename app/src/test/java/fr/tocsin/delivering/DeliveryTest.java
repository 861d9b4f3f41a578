package fr.tocsin.delivering;

import static fr.tocsin.delivering.DeliveryReport.Act.GIVE_UP;
import static fr.tocsin.delivering.DeliveryReport.Act.MARK_AS_SENT;
import static fr.tocsin.delivering.DeliveryReport.Act.REMOVE;
import static fr.tocsin.delivering.DeliveryReport.Act.RETRY;
import static fr.tocsin.delivering.DeliveryReport.Act.SEND_AGAIN;
import static fr.tocsin.delivering.DeliveryReport.State.CANCELLED;
import static fr.tocsin.delivering.DeliveryReport.State.CHECKING;
import static fr.tocsin.delivering.DeliveryReport.State.NEEDS_PERSON;
import static fr.tocsin.delivering.DeliveryReport.State.PUBLISHED;
import static fr.tocsin.delivering.DeliveryReport.State.REFUSED;
import static fr.tocsin.delivering.DeliveryReport.State.REMOVED;
import static fr.tocsin.delivering.DeliveryReport.State.REMOVING;
import static fr.tocsin.delivering.DeliveryReport.State.RETRYING;
import static fr.tocsin.delivering.DeliveryReport.State.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    private final Story story = new Story();
    private final FakeChannel network = story.network;

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    void carriesAThreadInOrderEachPartReplyingToTheOnesBefore() {
        var publication = story.order("un", "deux", "trois");

        story.node.workAll();

        assertThat(network.shown).containsExactly("un", "deux", "trois");
        assertThat(network.sent.get(2).earlier())
                .extracting(RemotePost::id)
                .containsExactly("un", "deux");
        var report = story.report(publication);
        assertThat(report.state()).isEqualTo(PUBLISHED);
        assertThat(report.posts())
                .extracting(RemotePost::id)
                .containsExactly("un", "deux", "trois");
        assertThat(report.tries())
                .extracting(DeliveryReport.Try::outcome)
                .containsExactly("accepted", "accepted", "accepted");
        assertThat(report.nextTry()).isNull();
        assertThat(story.node.events)
                .containsExactly(new DeliverySettled(story.unit, publication, report.id()));
    }

    @Test
    void aRepeatedOrderChangesNothing() {
        var publication = story.order("une fois");
        story.place(
                publication,
                story.account,
                Story.post(Kind.COMMUNITY, "deux fois"),
                story.clock.instant());
        story.node.workAll();
        story.place(
                publication,
                story.account,
                Story.post(Kind.COMMUNITY, "deux fois"),
                story.clock.instant());
        story.node.workAll();

        assertThat(network.shown).containsExactly("une fois");
    }

    @Test
    void anAccountOfAnotherUnitIsRefused() {
        var theirs = story.account(story.elsewhere, "@sdis86");

        assertThatThrownBy(() -> story.order(Kind.COMMUNITY, theirs, story.clock.instant(), "non"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void waitsForItsTime() {
        var publication =
                story.order(
                        Kind.COMMUNITY,
                        story.account,
                        story.clock.instant().plus(Duration.ofHours(1)),
                        "plus tard");

        assertThat(story.node.workAll()).isZero();
        assertThat(story.state(publication)).isEqualTo(WAITING);
        story.atNextTry(publication);

        assertThat(network.shown).containsExactly("plus tard");
    }

    @Test
    void armsTheStepWithTheHashOfItsRequestBeforeSending() {
        network.attempts.add(dispatch -> {
            var armed =
                    story.jdbc
                            .sql("SELECT state, request_hash, key FROM delivery_step")
                            .query()
                            .singleRow();
            assertThat(armed)
                    .containsEntry("state", "armed")
                    .containsEntry("key", dispatch.step().key());
            assertThat((String) armed.get("request_hash")).hasSize(64);
            assertThat(dispatch.armedAt()).isEqualTo(story.clock.instant());
            return network.accept(dispatch);
        });

        var publication = story.order("armé");
        story.node.workAll();

        assertThat(story.state(publication)).isEqualTo(PUBLISHED);
    }

    @Test
    void holdsNoConnectionWhileAChannelIsAtWork() {
        network.always =
                () ->
                        assertThat(story.node.pool.getHikariPoolMXBean().getActiveConnections())
                                .isZero();
        network.attempts.add(network::acceptSilently);

        var publication = story.order("un", "deux");
        story.node.workAll();
        story.atNextTry(publication);
        story.decide(publication, REMOVE);
        story.node.workAll();

        assertThat(story.state(publication)).isEqualTo(REMOVED);
    }

    @Test
    void neverSendsAgainWhatMayAlreadyBePublic() {
        network.attempts.add(network::acceptSilently);

        var publication = story.order("vu une fois", "suite");
        story.node.workAll();
        assertThat(story.state(publication)).isEqualTo(CHECKING);
        story.atNextTry(publication);

        assertThat(network.shown).containsExactly("vu une fois", "suite");
        assertThat(story.state(publication)).isEqualTo(PUBLISHED);
        assertThat(story.report(publication).tries())
                .extracting(DeliveryReport.Try::outcome)
                .containsExactly("unknown", "found", "accepted");
    }

    @Test
    void sendsAgainWithTheSameKeyOnceItsAbsenceIsProven() {
        network.attempts.add(dispatch -> new Attempt.Unknown(Reason.of("timeout")));

        var publication = story.order("perdu");
        story.node.workAll();
        story.atNextTry(publication);
        assertThat(network.sent).hasSize(1);
        assertThat(story.state(publication)).isEqualTo(CHECKING);
        assertThat(story.report(publication).nextTry())
                .isEqualTo(story.clock.instant().plus(Duration.ofSeconds(15)));
        story.atNextTry(publication);

        assertThat(story.state(publication)).isEqualTo(PUBLISHED);
        assertThat(network.shown).containsExactly("perdu");
        assertThat(network.sent).extracting(dispatch -> dispatch.step().key()).hasSize(2);
        assertThat(network.sent.get(0).step()).isEqualTo(network.sent.get(1).step());
        assertThat(network.sent.get(0).armedAt()).isEqualTo(network.sent.get(1).armedAt());
    }

    @Test
    void putsWhatNobodyCanTellBeforeAPersonWhoMayMarkItAsSent() {
        var publication = untold("peut-être");

        var report = story.report(publication);
        assertThat(report.state()).isEqualTo(NEEDS_PERSON);
        assertThat(report.acts())
                .containsExactlyInAnyOrder(RETRY, SEND_AGAIN, MARK_AS_SENT, GIVE_UP);
        assertThat(story.node.events)
                .containsExactly(new DeliveryNeedsPerson(story.unit, publication, report.id()));
        assertThat(story.node.delivering.waitingForPerson(story.unit)).isEqualTo(1);
        assertThat(story.node.delivering.waitingForPerson(story.elsewhere)).isZero();

        assertThat(story.decide(publication, MARK_AS_SENT)).isTrue();
        assertThat(story.state(publication)).isEqualTo(PUBLISHED);
        assertThat(story.node.workAll()).isZero();
        assertThat(network.sent).hasSize(1);
    }

    @Test
    void aPersonWhoLookedMayHaveItSentAgain() {
        var publication = untold("absent");
        network.sightings.clear();

        assertThat(story.decide(publication, SEND_AGAIN)).isTrue();
        story.node.workAll();

        assertThat(story.state(publication)).isEqualTo(PUBLISHED);
        assertThat(network.shown).containsExactly("absent");
    }

    @Test
    void tryingAgainWhatMayBePublicLooksFirst() {
        var publication = untold("là");
        network.sightings.clear();
        network.shown.add("là");

        assertThat(story.decide(publication, RETRY)).isTrue();
        story.node.workAll();

        assertThat(story.state(publication)).isEqualTo(PUBLISHED);
        assertThat(network.shown).containsExactly("là");
    }

    private UUID untold(String text) {
        network.attempts.add(dispatch -> new Attempt.Unknown(Reason.of("timeout")));
        for (int i = 0; i < Verdicts.MOST_LOOKS; i++) {
            network.sightings.add(dispatch -> new Sighting.CannotTell(Reason.of("unreachable")));
        }
        var publication = story.order(text);
        story.node.workAll();
        while (story.state(publication) == CHECKING) {
            story.atNextTry(publication);
        }
        return publication;
    }

    @Test
    void triesAgainNotBeforeTheNetworkSaid() {
        var later = story.clock.instant().plus(Duration.ofMinutes(3));
        network.attempts.add(dispatch -> new Attempt.NotSent(Reason.of("server-error"), later));

        var publication = story.order("patience");
        story.node.workAll();

        var report = story.report(publication);
        assertThat(report.state()).isEqualTo(RETRYING);
        assertThat(report.nextTry()).isEqualTo(later);
        assertThat(report.reason()).isEqualTo(Reason.of("server-error"));
        assertThat(report.acts()).containsExactly(RETRY);
        story.atNextTry(publication);
        assertThat(story.state(publication)).isEqualTo(PUBLISHED);
        assertThat(network.sent.get(0).step()).isEqualTo(network.sent.get(1).step());
    }

    @Test
    void waitsLongerAfterEveryFailureAndAsksAPersonInTheEnd() {
        for (int i = 0; i < Verdicts.MOST_FAILURES; i++) {
            network.preparations.add(dispatch ->
                    new Preparation.NotYet(Reason.of("unreachable"), story.clock.instant()));
        }
        var publication = story.order("en panne");
        story.node.workAll();
        var wait = Duration.ZERO;
        for (int i = 1; i < Verdicts.MOST_FAILURES; i++) {
            var next = Duration.between(story.clock.instant(), story.report(publication).nextTry());
            if (i < 9) {
                assertThat(next).isGreaterThan(wait);
            }
            wait = next;
            assertThat(wait).isLessThan(Duration.ofMinutes(19));
            story.atNextTry(publication);
        }

        assertThat(story.state(publication)).isEqualTo(NEEDS_PERSON);
        assertThat(story.decide(publication, RETRY)).isTrue();
        story.node.workAll();
        assertThat(story.state(publication)).isEqualTo(PUBLISHED);
    }

    @Test
    void whatTheNetworkRefusesWaitsForAPerson() {
        network.attempts.add(dispatch -> new Attempt.Rejected(new Reason("refused", "422 nope")));

        var publication = story.order("mal dit");
        story.node.workAll();

        var report = story.report(publication);
        assertThat(report.state()).isEqualTo(REFUSED);
        assertThat(report.reason()).isEqualTo(new Reason("refused", "422 nope"));
        assertThat(report.acts()).containsExactlyInAnyOrder(RETRY, GIVE_UP);
        story.clock.forward(Duration.ofDays(1));
        assertThat(story.node.workAll()).isZero();
        assertThat(story.decide(publication, GIVE_UP)).isTrue();
        assertThat(story.state(publication)).isEqualTo(CANCELLED);
        assertThat(story.node.delivering.waitingForPerson(story.unit)).isZero();
    }

    @Test
    void aBrokenChannelIsTreatedAsUnknownOnceArmedAndAsNotSentBefore() {
        network.preparations.add(dispatch -> {
            throw new IllegalStateException("bug before");
        });
        network.attempts.add(dispatch -> {
            network.accept(dispatch);
            throw new IllegalStateException("bug after");
        });

        var publication = story.order("robuste");
        story.node.workAll();
        assertThat(story.state(publication)).isEqualTo(RETRYING);
        story.atNextTry(publication);
        assertThat(story.state(publication)).isEqualTo(CHECKING);
        story.atNextTry(publication);

        assertThat(story.state(publication)).isEqualTo(PUBLISHED);
        assertThat(network.shown).containsExactly("robuste");
    }

    @Test
    void aChannelThatCannotEvenPlanIsPutBeforeAPersonInTheEnd() {
        network.broken = true;
        var publication = story.order("sans plan");
        story.node.workAll();
        while (story.state(publication) == RETRYING) {
            story.atNextTry(publication);
        }

        assertThat(story.state(publication)).isEqualTo(NEEDS_PERSON);
        assertThat(story.report(publication).reason()).isEqualTo(Reason.of("internal-error"));
    }

    @Test
    void whatIsNotYetOnItsWayCanBeTakenBackAndOrderedAgain() {
        var publication = story.order("hésitation");

        assertThat(story.cancel(publication)).isEqualTo(1);
        assertThat(story.state(publication)).isEqualTo(CANCELLED);
        assertThat(story.node.workAll()).isZero();
        story.place(
                publication,
                story.account,
                Story.post(Kind.COMMUNITY, "décidé"),
                story.clock.instant());
        story.node.workAll();

        assertThat(network.shown).containsExactly("décidé");
    }

    @Test
    void takingBackStopsAWorkerBeforeItsNextPublicAct() {
        var publication = story.order("trop tard ?");
        network.preparations.add(dispatch -> {
            assertThat(story.cancel(publication)).isEqualTo(1);
            return new Preparation.Prepared("never sent");
        });

        story.node.workAll();

        assertThat(network.sent).isEmpty();
        assertThat(story.state(publication)).isEqualTo(CANCELLED);
    }

    @Test
    void whatHasBegunToBePublicIsNotTakenBack() {
        network.attempts.add(network::acceptSilently);
        var publication = story.order("un", "deux");
        story.node.workAll();

        assertThat(story.cancel(publication)).isZero();
        story.atNextTry(publication);
        assertThat(network.shown).containsExactly("un", "deux");
    }

    @Test
    void newsThatIsTooLateAsksAPersonButAnAlertLeaves() {
        var news = story.order("hier");
        story.clock.forward(Duration.ofMinutes(31));
        story.node.workAll();

        assertThat(story.report(news).reason()).isEqualTo(Reason.of("overdue"));
        assertThat(story.state(news)).isEqualTo(NEEDS_PERSON);
        assertThat(network.sent).isEmpty();
        assertThat(story.decide(news, RETRY)).isTrue();
        story.node.workAll();
        assertThat(story.state(news)).isEqualTo(PUBLISHED);

        var alert = story.order(Kind.ALERT, story.account, story.clock.instant(), "évacuez");
        story.clock.forward(Duration.ofMinutes(31));
        story.node.workAll();
        assertThat(story.state(alert)).isEqualTo(PUBLISHED);
    }

    @Test
    void removesEveryCopyAndTriesAgainWhereThatFails() {
        var publication = story.order("un", "deux");
        story.node.workAll();
        assertThat(story.report(publication).acts()).containsExactly(REMOVE);
        network.deletions.add(gone -> new Attempt.Unknown(Reason.of("timeout")));

        assertThat(story.decide(publication, REMOVE)).isTrue();
        assertThat(story.state(publication)).isEqualTo(REMOVING);
        story.node.workAll();
        assertThat(story.state(publication)).isEqualTo(REMOVING);
        story.atNextTry(publication);

        var report = story.report(publication);
        assertThat(report.state()).isEqualTo(REMOVED);
        assertThat(report.attempts()).isEqualTo(1); // sending, however many steps; removing is none
        assertThat(network.deleted).extracting(RemotePost::id).containsExactly("un", "deux");
        assertThat(report.acts()).isEmpty();
        assertThat(story.decide(publication, REMOVE)).isFalse();
        assertThat(story.node.delivering.summaries(story.unit, List.of(publication)))
                .containsEntry(publication, new DeliverySummary(0, 0, 0, 1, 1));
    }

    @Test
    void aRemovalThatIsRefusedCanBeGivenUpAndAskedForAgain() {
        var publication = story.order("tenace");
        story.node.workAll();
        network.deletions.add(gone -> new Attempt.Rejected(Reason.of("refused")));
        story.decide(publication, REMOVE);
        story.node.workAll();
        assertThat(story.state(publication)).isEqualTo(NEEDS_PERSON);

        assertThat(story.decide(publication, GIVE_UP)).isTrue();
        assertThat(story.state(publication)).isEqualTo(PUBLISHED);
        assertThat(story.decide(publication, REMOVE)).isTrue();
        story.node.workAll();

        assertThat(story.state(publication)).isEqualTo(REMOVED);
    }

    @Test
    void charliesUnitSeesAndDecidesNothing() {
        var publication = story.order("chez nous");
        story.node.workAll();
        var delivery = story.report(publication).id();

        assertThat(story.node.delivering.of(story.elsewhere, publication)).isEmpty();
        assertThat(story.node.delivering.summaries(story.elsewhere, List.of(publication)))
                .isEmpty();
        assertThat(story.node.delivering.account(story.elsewhere, story.account)).isEmpty();
        assertThat(story.node.delivering.cancel(story.elsewhere, publication, Reason.of("no")))
                .isZero();
        assertThat(story.node.delivering.decide(story.elsewhere, delivery, REMOVE, story.alice))
                .isFalse();
    }
}
