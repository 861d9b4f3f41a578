package fr.tocsin.delivering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a takedown can rely on: nothing more leaves, what is out is found, every copy ends for
/// itself, and posts never stand in the way of removals.
class RecallsTest {

    private Story story = new Story();
    private FakeChannel network = story.network;

    @AfterEach
    void close() {
        story.close();
    }

    private void on(FakeChannel other) {
        story.close();
        story = new Story(other);
        network = other;
    }

    @Test
    void nothingThatWaitsLeaves() {
        var later = story.clock.instant().plus(Duration.ofHours(1));
        var publication = story.order(Kind.COMMUNITY, story.account, later, "plus tard");

        story.recall(publication);
        story.clock.forward(Duration.ofHours(2));

        assertThat(story.node.workAll()).isZero();
        assertThat(story.copies(publication)).isEmpty();
        assertThat(story.state(publication)).isEqualTo(DeliveryReport.State.CANCELLED);
    }

    @Test
    void aThreadInTheHandsOfAWorkerStopsBeforeItsNextPart() {
        network.attempts.add(dispatch -> {
            story.recall(dispatch.publication());
            return network.accept(dispatch);
        });

        var publication = story.order("un", "deux", "trois");
        story.node.workAll();

        assertThat(network.shown).containsExactly("un");
        assertThat(story.copies(publication))
                .singleElement()
                .satisfies(copy -> assertThat(copy.state()).isEqualTo(Copy.State.PUBLIC));
        story.recall(publication);
        story.node.workAll();
        assertThat(network.deleted).extracting(RemotePost::id).containsExactly("un");
    }

    @Test
    void aThreadThatWaitsForItsNextPartEndsAtOnce() {
        network.attempts.add(network::accept);
        network.attempts.add(dispatch ->
                new Attempt.NotSent(
                        Reason.of("refused-temporarily"),
                        story.clock.instant().plus(Duration.ofHours(3))));
        var publication = story.order("un", "deux");
        story.node.workAll();

        story.recall(publication);
        story.recall(publication);
        story.node.workAll();

        assertThat(network.shown).containsExactly("un");
        assertThat(states(publication)).containsExactly(Copy.State.REMOVED);
    }

    @Test
    void whatMayBePublicIsFoundAndThenRemoved() {
        network.attempts.add(network::acceptSilently);
        var publication = story.order("vu");
        story.node.workAll();

        story.recall(publication);
        assertThat(states(publication)).containsExactly(Copy.State.AWAITED);
        story.node.workAll();
        assertThat(states(publication)).containsExactly(Copy.State.PUBLIC);
        story.recall(publication);
        story.node.workAll();

        assertThat(states(publication)).containsExactly(Copy.State.REMOVED);
        assertThat(network.sent).hasSize(1);
    }

    @Test
    void whatProvesAbsentIsNotSentAgain() {
        network.attempts.add(dispatch -> new Attempt.Unknown(Reason.of("timeout")));
        var publication = story.order("perdu");
        story.node.workAll();

        story.recall(publication);
        story.clock.forward(Duration.ofMinutes(1));
        story.node.workAll();

        assertThat(network.sent).hasSize(1);
        assertThat(story.copies(publication)).isEmpty();
        assertThat(story.state(publication)).isEqualTo(DeliveryReport.State.CANCELLED);
    }

    @Test
    void nobodySendsAnyOfItAgain() {
        network.attempts.add(dispatch -> new Attempt.Rejected(Reason.of("duplicate")));
        var publication = story.order("refusé");
        story.node.workAll();

        story.recall(publication);

        assertThat(story.report(publication).acts()).containsExactly(DeliveryReport.Act.GIVE_UP);
        assertThat(story.decide(publication, DeliveryReport.Act.RETRY)).isFalse();
        assertThat(story.node.workAll()).isZero();
    }

    @Test
    void eachCopyEndsForItself() {
        var publication = story.order("un", "deux", "trois");
        story.node.workAll();
        network.deletions.add(post -> new Attempt.Rejected(Reason.of("duplicate")));

        story.recall(publication);
        story.node.workAll();

        assertThat(states(publication))
                .containsExactly(Copy.State.REFUSED, Copy.State.REMOVED, Copy.State.REMOVED);
        assertThat(story.copies(publication).getFirst().reason()).isEqualTo(Reason.of("duplicate"));
    }

    @Test
    void aCopyThatIsThereAgainIsRemovedAgain() {
        var publication = story.order("un", "deux");
        story.node.workAll();
        story.recall(publication);
        story.node.workAll();
        var back = story.copies(publication).getLast();

        story.node.transaction.executeWithoutResult(status ->
                story.node.recalls.removeAgain(
                        story.unit, back.delivery(), Objects.requireNonNull(back.post())));
        assertThat(states(publication)).containsExactly(Copy.State.REMOVED, Copy.State.REMOVING);
        story.node.workAll();

        assertThat(network.deleted)
                .extracting(RemotePost::id)
                .containsExactly("un", "deux", "deux");
        assertThat(states(publication)).containsExactly(Copy.State.REMOVED, Copy.State.REMOVED);
    }

    @Test
    void neutralWordsTakeThePlaceOfWhatANetworkNoLongerRemoves() {
        var board = new Board();
        on(board);
        var publication = story.order("trop vieux");
        story.node.workAll();

        story.recall(publication);
        story.node.workAll();

        assertThat(states(publication)).containsExactly(Copy.State.REPLACED);
        assertThat(board.notices)
                .containsExactly("Ce message a été retiré par le service qui l’avait publié.");
    }

    @Test
    void whatCannotBeCalledBackSaysSo() {
        story.close();
        story = new Story(network, new Letter(network));
        var publication = story.order("parti");
        story.node.workAll();

        story.recall(publication);

        assertThat(states(publication)).containsExactly(Copy.State.UNRECALLABLE);
        assertThat(story.node.workAll()).isZero();
    }

    @Test
    void aNetworkThatIsDownForDaysIsStillAsked() {
        var publication = story.order("tenace");
        story.node.workAll();
        for (int i = 0; i < 2 * Verdicts.MOST_FAILURES; i++) {
            network.deletions.add(
                    post -> new Attempt.NotSent(Reason.of("unreachable"), story.clock.instant()));
        }

        story.recall(publication);
        for (int i = 0; i < 2 * Verdicts.MOST_FAILURES; i++) {
            story.node.workAll();
            assertThat(states(publication)).containsExactly(Copy.State.REMOVING);
            story.clock.forward(Duration.ofMinutes(7));
        }
        story.node.workAll();

        assertThat(states(publication)).containsExactly(Copy.State.REMOVED);
    }

    @Test
    void aRemovalWaitsForTheNewTokenAndGoesOn() {
        var publication = story.order("un", "deux");
        story.node.workAll();
        var accounts = new Accounts(story.jdbc);
        network.deletions.add(post -> new Attempt.Accepted(List.of()));
        network.deletions.add(post -> {
            accounts.mustReconnect(story.account, Reason.of("token-expired"));
            return new Attempt.Rejected(Reason.of("token-expired"));
        });

        story.recall(publication);
        story.node.workAll();
        story.clock.forward(Duration.ofHours(5));
        assertThat(story.node.workAll()).isZero();
        assertThat(states(publication)).containsExactly(Copy.State.REMOVED, Copy.State.REMOVING);
        assertThat(story.copies(publication).getLast().reason())
                .isEqualTo(Reason.of("token-expired"));

        story.jdbc.sql("UPDATE account SET state = 'connected'").update();
        story.node.workAll();
        assertThat(states(publication)).containsExactly(Copy.State.REMOVED, Copy.State.REMOVED);
        assertThat(network.deleted).extracting(RemotePost::id).containsExactly("deux");
    }

    @Test
    void aNetworkThatWantsFewerPostsIsStillAskedToRemove() {
        var old = story.order("à retirer");
        story.node.workAll();
        network.attempts.add(dispatch ->
                new Attempt.NotSent(
                        Reason.of("rate-limited"),
                        story.clock.instant().plus(Duration.ofHours(1))));
        var planned = story.order("à publier");
        story.node.workAll();

        story.recall(old);
        story.node.workAll();

        assertThat(states(old)).containsExactly(Copy.State.REMOVED);
        assertThat(story.state(planned)).isEqualTo(DeliveryReport.State.RETRYING);
    }

    @Test
    void aRemovalDoesNotWaitBehindASlowUploadOfTheSameAccount() {
        var old = story.order("à retirer");
        story.node.workAll();
        story.order("envoi lent");
        var slow = story.node.claim();

        story.recall(old);
        story.node.workAll();

        assertThat(states(old)).containsExactly(Copy.State.REMOVED);
        assertThat(slow.isLost()).isFalse();
    }

    @Test
    void plannedPostsLeaveAFifthOfTheLimitToRemovals() {
        on(new Rationed());
        var first = story.order("0");
        for (int i = 1; i < Rationed.ACTS; i++) {
            story.order(String.valueOf(i));
        }
        story.node.workAll();
        assertThat(network.shown).hasSize(Rationed.ACTS * 4 / 5);

        story.recall(first);
        story.node.workAll();
        assertThat(states(first)).containsExactly(Copy.State.REMOVED);
        assertThat(network.shown).hasSize(Rationed.ACTS * 4 / 5);

        story.clock.forward(Duration.ofHours(1).plusSeconds(1));
        story.node.workAll();
        assertThat(network.shown).hasSize(Rationed.ACTS);
    }

    @Test
    void aCopyThatWasCorrectedTwiceIsRemovedOnce() {
        var wall = new Wall.Editable();
        on(wall);
        var publication = story.order("un", "deux", "trois");
        story.node.workAll();
        story.correct(publication, "un bis", "deux bis");
        story.node.workAll();
        story.correct(publication, "un ter", "deux ter", "quatre");
        story.node.workAll();
        assertThat(states(publication))
                .containsExactly(
                        Copy.State.PUBLIC,
                        Copy.State.PUBLIC,
                        Copy.State.REMOVED,
                        Copy.State.PUBLIC);

        story.recall(publication);
        story.recall(publication);
        story.node.workAll();

        assertThat(wall.standing()).isEmpty();
        assertThat(wall.deleted)
                .extracting(RemotePost::id)
                .containsExactly("post-3", "post-1", "post-2", "post-4");
        assertThat(states(publication)).hasSize(4).containsOnly(Copy.State.REMOVED);
    }

    @Test
    void theAnswersThatCorrectItGoWithIt() {
        var wall = new Wall.Answerable();
        on(wall);
        var publication = story.order("un");
        story.node.workAll();
        story.correct(publication, "Rectificatif");
        story.node.workAll();
        wall.attempts.add(wall::acceptSilently);
        story.correct(publication, "Rectificatif du rectificatif");
        story.node.workAll();

        story.recall(publication);
        assertThat(states(publication))
                .containsExactly(Copy.State.REMOVING, Copy.State.REMOVING, Copy.State.AWAITED);
        story.node.workAll();

        assertThat(wall.standing()).isEmpty();
        assertThat(wall.deleted)
                .extracting(RemotePost::id)
                .containsExactly("post-1", "post-2", "post-3");
        assertThat(states(publication)).hasSize(3).containsOnly(Copy.State.REMOVED);
    }

    @Test
    void aCorrectionThatWaitsNeverLeaves() {
        var wall = new Wall.Editable();
        on(wall);
        var publication = story.order("un");
        story.node.workAll();
        story.correct(publication, "un bis");

        story.recall(publication);
        story.node.workAll();

        assertThat(wall.edits).isEmpty();
        assertThat(states(publication)).containsExactly(Copy.State.REMOVED);
        assertThat(story.report(publication).corrections())
                .extracting(DeliveryReport.Correction::state)
                .containsExactly(DeliveryReport.State.CANCELLED);
    }

    @Test
    void anEditThatNobodyHeardOfHoldsNoRemovalUp() {
        var wall = new Wall.Editable();
        on(wall);
        var publication = story.order("un");
        story.node.workAll();
        wall.changes.add((dispatch, copy) -> new Attempt.Unknown(Reason.of("timeout")));
        story.correct(publication, "un bis");
        story.node.workAll();

        story.recall(publication);
        story.node.workAll();

        assertThat(wall.deleted).extracting(RemotePost::id).containsExactly("post-1");
        assertThat(states(publication)).containsExactly(Copy.State.REMOVED);
    }

    @Test
    void aCorrectionThatFailedNeedsNobodyAnyMore() {
        var wall = new Wall.Editable();
        on(wall);
        var publication = story.order("un");
        story.node.workAll();
        wall.changes.add((dispatch, copy) -> new Attempt.Rejected(Reason.of("refused")));
        story.correct(publication, "un bis");
        story.node.workAll();
        assertThat(story.node.delivering.waitingForPerson(story.unit)).isEqualTo(1);

        story.recall(publication);
        story.node.workAll();

        assertThat(story.node.delivering.waitingForPerson(story.unit)).isZero();
        assertThat(states(publication)).containsExactly(Copy.State.REMOVED);
    }

    private List<Copy.State> states(UUID publication) {
        return story.copies(publication).stream().map(Copy::state).toList();
    }

    /// Takes ten acts an hour.
    private static final class Rationed extends FakeChannel implements Channel.Rations {

        static final int ACTS = 10;

        @Override
        public List<Ration> rations() {
            return List.of(new Ration(Duration.ofHours(1), ACTS));
        }
    }
}
