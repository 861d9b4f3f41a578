package fr.tocsin.delivering;

import static fr.tocsin.delivering.DeliveryReport.Act.GIVE_UP;
import static fr.tocsin.delivering.DeliveryReport.Act.REMOVE;
import static fr.tocsin.delivering.DeliveryReport.State.CHECKING;
import static fr.tocsin.delivering.DeliveryReport.State.PUBLISHED;
import static fr.tocsin.delivering.DeliveryReport.State.REFUSED;
import static fr.tocsin.delivering.DeliveryReport.State.REMOVED;
import static fr.tocsin.delivering.DeliveryReport.State.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.tocsin.units.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Corrections of what is public, on a network that can be edited and on one that can be answered.
class CorrectionTest {

    private final Wall.Editable editable = new Wall.Editable();
    private final Wall.Answerable answerable = new Wall.Answerable();
    private Story story = new Story(editable);

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    void changesWhatStandsAndSaysSo() {
        var publication = published("Feu à Ligugé");

        story.correct(publication, "Feu à Smarves");
        assertThat(story.state(publication)).isEqualTo(WAITING);
        story.node.workAll();

        assertThat(editable.standing()).containsExactly("Feu à Smarves");
        assertThat(editable.before.getFirst().part().text()).isEqualTo("Feu à Ligugé");
        var report = story.report(publication);
        assertThat(report.state()).isEqualTo(PUBLISHED);
        assertThat(report.corrections())
                .singleElement()
                .satisfies(correction -> {
                    assertThat(correction.means()).isEqualTo(Means.EDIT);
                    assertThat(correction.state()).isEqualTo(PUBLISHED);
                    assertThat(correction.posts()).isEmpty();
                });
        assertThat(report.posts()).extracting(RemotePost::id).containsExactly("post-1");
        assertThat(story.node.events).endsWith(settled(publication));
    }

    @Test
    void aThreadThatGrowsContinues() {
        var publication = published("un", "deux");

        story.correct(publication, "un", "deux bis", "trois", "quatre");
        story.node.workAll();

        assertThat(editable.standing()).containsExactly("un", "deux bis", "trois", "quatre");
        assertThat(editable.parents)
                .containsEntry("trois", "post-2")
                .containsEntry("quatre", "post-3");
        assertThat(story.report(publication).posts()).hasSize(4);
    }

    @Test
    void aThreadThatShrinksLosesItsEndTheLastFirst() {
        var publication = published("un", "deux", "trois");

        story.correct(publication, "tout en un");
        story.node.workAll();

        assertThat(editable.standing()).containsExactly("tout en un");
        assertThat(editable.deleted).extracting(RemotePost::id).containsExactly("post-3", "post-2");
        story.correct(publication, "un", "deux de nouveau");
        story.node.workAll();
        assertThat(editable.standing()).containsExactly("un", "deux de nouveau");
        assertThat(story.report(publication).posts())
                .extracting(RemotePost::id)
                .containsExactly("post-1", "post-4");
    }

    @Test
    void answersTheLastPostAndThenItsOwnAnswers() {
        answering();
        var publication = published("un", "deux");

        story.correct(publication, "Rectificatif : deux", "et demi");
        story.node.workAll();
        story.correct(publication, "Rectificatif : trois");
        story.node.workAll();

        assertThat(answerable.parents)
                .containsEntry("Rectificatif : deux", "post-2")
                .containsEntry("et demi", "post-3")
                .containsEntry("Rectificatif : trois", "post-4");
        var report = story.report(publication);
        assertThat(report.posts()).hasSize(5);
        assertThat(report.thread()).hasSize(2);
        assertThat(report.corrections())
                .extracting(correction -> correction.posts().size())
                .containsExactly(2, 1);
    }

    @Test
    void neverAnswersTwiceWhatMayBePublic() {
        answering();
        var publication = published("un");
        answerable.attempts.add(answerable::acceptSilently);

        story.correct(publication, "Rectificatif");
        story.node.workAll();
        assertThat(story.state(publication)).isEqualTo(CHECKING);
        story.atNextTry(publication);

        assertThat(answerable.standing()).containsExactly("un", "Rectificatif");
        assertThat(story.state(publication)).isEqualTo(PUBLISHED);
    }

    @Test
    void looksWhetherAnEditArrivedBeforeAskingAgain() {
        var publication = published("avant");
        editable.changes.add(editable::changeSilently);

        story.correct(publication, "après");
        story.node.workAll();
        assertThat(story.state(publication)).isEqualTo(CHECKING);
        story.atNextTry(publication);

        assertThat(editable.edits).containsExactly("après");
        assertThat(story.state(publication)).isEqualTo(PUBLISHED);
    }

    @Test
    void asksAgainForAnEditThatNeverArrived() {
        var publication = published("avant");
        editable.changes.add((dispatch, copy) -> new Attempt.Unknown(Reason.of("timeout")));

        story.correct(publication, "après");
        story.node.workAll();
        story.atNextTry(publication);
        assertThat(editable.edits).isEmpty();
        story.atNextTry(publication);

        assertThat(editable.standing()).containsExactly("après");
        assertThat(story.state(publication)).isEqualTo(PUBLISHED);
    }

    @Test
    void aSecondCorrectionWaitsUntilTheFirstIsKnown() {
        var publication = published("v1");
        editable.changes.add(editable::changeSilently);
        story.correct(publication, "v2");
        story.node.workAll();

        story.correct(publication, "v3");
        assertThat(story.node.workAll()).isZero();
        assertThat(story.report(publication).corrections())
                .extracting(DeliveryReport.Correction::state)
                .containsExactly(CHECKING, WAITING);
        story.clock.forward(Duration.ofMinutes(1));
        story.node.workAll();

        assertThat(editable.edits).containsExactly("v2", "v3");
        assertThat(editable.before.getLast().part().text()).isEqualTo("v2");
        assertThat(story.state(publication)).isEqualTo(PUBLISHED);
    }

    @Test
    void aSecondCorrectionTakesThePlaceOfOneThatHasNotLeft() {
        var publication = published("v1");
        story.correct(publication, "v2");
        story.correct(publication, "v3");
        story.node.workAll();

        assertThat(editable.edits).containsExactly("v3");
        assertThat(story.report(publication).corrections())
                .extracting(DeliveryReport.Correction::reason)
                .containsExactly(Reason.of("superseded"), null);
    }

    @Test
    void aCorrectionOvertakesAPublicationThatHasNotLeft() {
        editable.attempts.add(
                dispatch -> new Attempt.NotSent(Reason.of("server-error"), story.clock.instant()));
        var publication = story.order("faux");
        story.node.workAll();

        story.correct(publication, "juste");
        story.clock.forward(Duration.ofMinutes(1));
        story.node.workAll();

        assertThat(editable.standing()).containsExactly("juste");
        assertThat(story.node.delivering.of(story.unit, publication))
                .extracting(DeliveryReport::state)
                .containsExactlyInAnyOrder(PUBLISHED, DeliveryReport.State.CANCELLED);
    }

    @Test
    void aThreadThatStoppedHalfwayIsContinuedByItsCorrection() {
        editable.attempts.add(editable::accept);
        editable.attempts.add(dispatch -> new Attempt.Rejected(Reason.of("refused")));
        var publication = story.order("un", "mal dit");
        story.node.workAll();
        assertThat(story.state(publication)).isEqualTo(REFUSED);

        story.correct(publication, "un bis", "bien dit");
        story.node.workAll();

        assertThat(editable.standing()).containsExactly("un bis", "bien dit");
        assertThat(story.state(publication)).isEqualTo(PUBLISHED);
    }

    @Test
    void aRepeatedOrderCorrectsOnce() {
        answering();
        var publication = published("un");
        var revision = UUID.randomUUID();
        story.correct(publication, revision, "Rectificatif");
        story.correct(publication, revision, "Rectificatif");
        story.node.workAll();
        story.correct(publication, revision, "Rectificatif");
        story.node.workAll();

        assertThat(answerable.standing()).containsExactly("un", "Rectificatif");
    }

    @Test
    void aCopyThatIsGoneNeedsAPerson() {
        var publication = published("parti");
        editable.texts.clear();

        story.correct(publication, "corrigé");
        story.node.workAll();

        var report = story.report(publication);
        assertThat(report.state()).isEqualTo(REFUSED);
        assertThat(report.reason()).isEqualTo(Reason.of("gone"));
        assertThat(report.acts()).contains(GIVE_UP);
        assertThat(story.node.delivering.waitingForPerson(story.unit)).isEqualTo(1);
        assertThat(story.node.events.getLast()).isInstanceOf(DeliveryNeedsPerson.class);

        assertThat(story.decide(publication, GIVE_UP)).isTrue();
        assertThat(story.state(publication)).isEqualTo(PUBLISHED);
        assertThat(story.node.delivering.waitingForPerson(story.unit)).isZero();
    }

    @Test
    void leavesHoweverLate() {
        var publication = published("faux");
        story.correct(publication, "juste");
        story.clock.forward(Duration.ofHours(5));
        story.node.workAll();

        assertThat(editable.standing()).containsExactly("juste");
    }

    @Test
    void removesTheAnswersTogetherWithTheThread() {
        answering();
        var publication = published("un", "deux");
        story.correct(publication, "Rectificatif");
        story.node.workAll();

        assertThat(story.decide(publication, REMOVE)).isTrue();
        story.node.workAll();

        assertThat(answerable.standing()).isEmpty();
        assertThat(answerable.deleted)
                .extracting(RemotePost::id)
                .containsExactly("post-1", "post-2", "post-3");
        assertThat(story.state(publication)).isEqualTo(REMOVED);
        assertThat(story.node.delivering.reached(story.unit, publication))
                .isEqualTo(Map.of(story.account, Means.NONE));
        assertThatThrownBy(() -> story.correct(publication, "trop tard"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRemovalWaitsForACorrectionThatIsOnItsWay() {
        var publication = published("un");
        story.correct(publication, "deux");
        editable.changes.add((dispatch, copy) -> {
            assertThat(story.decide(publication, REMOVE)).isFalse();
            return editable.change(dispatch, copy);
        });
        story.node.workAll();
        assertThat(story.decide(publication, REMOVE)).isTrue();
        story.node.workAll();

        assertThat(editable.standing()).isEmpty();
    }

    @Test
    void aStoppedUnitCorrectsNothingUntilItGoesOn() {
        var bob = StoppageTest.officer(story.unit, Role.ADMINISTRATOR);
        var publication = published("faux");
        story.node.stopping.stop(bob, "exercice");

        story.correct(publication, "juste");
        assertThat(story.node.workAll()).isZero();
        assertThat(story.state(publication)).isEqualTo(WAITING);
        assertThat(story.report(publication).reason()).isEqualTo(Reason.of("unit-stopped"));

        var stoppage = story.node.stopping.inForce(story.unit).orElseThrow().id();
        story.node.stopping.release(bob, stoppage, Set.of(publication));
        story.node.workAll();
        assertThat(editable.standing()).containsExactly("juste");
    }

    @Test
    void aUnitThatStopsWhileAnEditIsPreparedArmsNothing() {
        var bob = StoppageTest.officer(story.unit, Role.ADMINISTRATOR);
        var publication = published("faux");
        story.correct(publication, "juste");
        editable.always =
                () -> {
                    editable.always = () -> {};
                    story.node.stopping.stop(bob, "exercice");
                };
        story.node.workAll();

        assertThat(editable.edits).isEmpty();
        assertThat(story.state(publication)).isEqualTo(WAITING);
    }

    @Test
    void tellsHowEachAccountIsReached() {
        var publication = published("un");
        assertThat(story.node.delivering.reached(story.unit, publication))
                .isEqualTo(Map.of(story.account, Means.EDIT));
        assertThat(story.node.delivering.reached(story.elsewhere, publication)).isEmpty();
        assertThat(story.node.delivering.reached(story.unit, UUID.randomUUID())).isEmpty();
        answering();
        assertThat(story.node.delivering.reached(story.unit, published("deux")))
                .isEqualTo(Map.of(story.account, Means.REPLY));
    }

    @Test
    void countsACorrectionWithThePublicationItCorrects() {
        var publication = published("un");
        story.correct(publication, "deux");
        var unit = story.unit;
        assertThat(story.node.delivering.summaries(unit, List.of(publication)))
                .containsEntry(publication, new DeliverySummary(1, 1, 0, 0, 0));
        story.node.workAll();
        assertThat(story.node.delivering.summaries(unit, List.of(publication)))
                .containsEntry(publication, new DeliverySummary(1, 0, 0, 0, 0));
    }

    private void answering() {
        story.close();
        story = new Story(answerable);
    }

    private UUID published(String... parts) {
        var publication = story.order(parts);
        story.node.workAll();
        assertThat(story.state(publication)).isEqualTo(PUBLISHED);
        return publication;
    }

    private DeliverySettled settled(UUID publication) {
        return new DeliverySettled(story.unit, publication, story.report(publication).id());
    }
}
