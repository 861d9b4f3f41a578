package fr.tocsin.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.tocsin.database.TocsinTest;
import fr.tocsin.delivering.Delivering;
import fr.tocsin.delivering.Kind;
import fr.tocsin.publishing.Outcome.Submission;
import fr.tocsin.publishing.Outcome.Verdict;
import fr.tocsin.units.Officer;
import fr.tocsin.units.Role;
import fr.tocsin.units.RoleMissing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@TocsinTest
@Import({TestChannels.class, TestTime.class})
class ApprovingTest {

    /// 14:00 in Poitiers, an hour after noon.
    private static final Planning AT_TWO = Planning.at(LocalDateTime.of(2026, 11, 23, 14, 0));

    private static final Instant TWO = Instant.parse("2026-11-23T13:00:00Z");

    @Autowired private Publishing publishing;
    @Autowired private Approving approving;
    @Autowired private Records records;
    @Autowired private Delivering delivering;
    @Autowired private ApplicationContext context;
    @Autowired private PlatformTransactionManager transactions;
    @Autowired private MovableClock clock;

    private Desk desk;

    @BeforeEach
    void meet() {
        clock.set(TestTime.NOON);
        desk = new Desk(context);
    }

    @Test
    void ordersDeliveriesOfExactlyWhatWasApproved() {
        var id = desk.written();
        var revision = desk.submitted(id);

        assertThat(approving.approve(desk.bob, id, revision.hash()))
                .isEqualTo(new Verdict.Ordered(TestTime.NOON));

        assertThat(delivering.of(desk.cast.unit.id(), id.value()))
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.revision()).isEqualTo(revision.id().value());
                    assertThat(report.account().id()).isEqualTo(desk.wall);
                });
        assertThat(records.timeline(desk.bob, id))
                .extracting(Entry::act)
                .startsWith(Act.CREATED, Act.SUBMITTED, Act.APPROVED);
    }

    @Test
    void nobodyApprovesWhatTheyWrote() {
        var id = desk.written();
        desk.changed(desk.bob, id, draft -> draft.text("Bob y touche."));
        var revision = desk.submitted(id);

        assertThat(obstacle(approving.approve(desk.bob, id, revision.hash())))
                .isEqualTo("own-work");
        assertThat(approving.approve(carol(), id, revision.hash()))
                .isInstanceOf(Verdict.Ordered.class);
    }

    @Test
    void anAuthorCannotApproveAtAll() {
        var id = desk.written();
        var hash = desk.submitted(id).hash();

        assertThatThrownBy(() -> approving.approve(desk.alice, id, hash))
                .isInstanceOf(RoleMissing.class);
    }

    @Test
    void aChangeAfterSubmissionVoidsTheApproval() {
        var id = desk.written();
        var hash = desk.submitted(id).hash();
        desk.changed(desk.alice, id, draft -> draft.text("Autre chose."));

        assertThat(desk.state(id)).isEqualTo(State.DRAFT);
        assertThat(obstacle(approving.approve(desk.bob, id, hash))).isEqualTo("changed-meanwhile");
        desk.submitted(id);
        assertThat(obstacle(approving.approve(desk.bob, id, hash))).isEqualTo("changed-meanwhile");
        assertThat(records.timeline(desk.bob, id)).extracting(Entry::act).contains(Act.REOPENED);
    }

    @Test
    void sendsAtThePlannedTime() {
        var id = desk.written(Kind.ALERT, draft -> draft.planning(AT_TWO));
        var hash = desk.submitted(id).hash();

        assertThat(approving.approve(desk.bob, id, hash)).isEqualTo(new Verdict.Ordered(TWO));
        assertThat(delivering.of(desk.cast.unit.id(), id.value()).getFirst().dueAt())
                .isEqualTo(TWO);
    }

    @Test
    void anApprovalAfterThePlannedTimeSendsNothing() {
        var id = desk.written(Kind.ALERT, draft -> draft.planning(AT_TWO));
        var hash = desk.submitted(id).hash();
        clock.set(TWO);

        assertThat(approving.approve(desk.bob, id, hash)).isEqualTo(new Verdict.TooLate(TWO));
        assertThat(desk.state(id)).isEqualTo(State.LATE);
        assertThat(delivering.of(desk.cast.unit.id(), id.value())).isEmpty();

        assertThat(approving.reschedule(desk.bob, id, hash, Planning.NOW))
                .isEqualTo(new Verdict.Ordered(TWO));
        assertThat(delivering.of(desk.cast.unit.id(), id.value())).hasSize(1);
    }

    @Test
    void movesAPlannedPublicationToAnotherTime() {
        var id = desk.written(Kind.ALERT, draft -> draft.planning(AT_TWO));
        var hash = desk.submitted(id).hash();
        approving.approve(desk.bob, id, hash);
        var three = Planning.at(LocalDateTime.of(2026, 11, 23, 15, 0));

        assertThat(approving.reschedule(desk.bob, id, hash, three))
                .isEqualTo(new Verdict.Ordered(TWO.plus(Duration.ofHours(1))));
        assertThat(records.find(desk.bob, id).dueAt()).isEqualTo(TWO.plus(Duration.ofHours(1)));
        assertThat(records.revisions(desk.bob, id)).hasSize(2);
    }

    @Test
    void takesAPlannedPublicationBackIntoADraft() {
        var id = desk.written(Kind.ALERT, draft -> draft.planning(AT_TWO));
        var hash = desk.submitted(id).hash();
        approving.approve(desk.bob, id, hash);

        assertThat(publishing.withdraw(desk.alice, id)).isTrue();
        assertThat(desk.state(id)).isEqualTo(State.DRAFT);
        assertThat(obstacle(approving.approve(desk.bob, id, hash))).isEqualTo("changed-meanwhile");
    }

    @Test
    void givesBackWithARemark() {
        var id = desk.written();
        var hash = desk.submitted(id).hash();

        assertThat(obstacle(approving.giveBack(desk.bob, id, hash, " ")))
                .isEqualTo("remark-missing");
        assertThat(approving.giveBack(desk.bob, id, hash, "Ajoutez la déviation."))
                .isEqualTo(new Verdict.GivenBack());
        assertThat(desk.state(id)).isEqualTo(State.DRAFT);
        assertThat(records.timeline(desk.alice, id).getLast().detail())
                .isEqualTo("Ajoutez la déviation.");
    }

    @Test
    void holdsAnAppealWhoseAuthorisationEndsBeforeItGoesOut() {
        var id = desk.written(Kind.APPEAL, UnaryOperator.identity());
        authorise(id);
        var hash = desk.submitted(id).hash();
        clock.pass(Duration.ofDays(2));

        assertThat(obstacle(approving.approve(desk.bob, id, hash)))
                .isEqualTo("authorisation-expired");
        assertThat(desk.state(id)).isEqualTo(State.SUBMITTED);
    }

    @Test
    void anEmergencyGoesOutAtOnceAndWaitsForASecondLook() {
        var id = desk.written();
        var version = records.find(desk.bob, id).version();

        assertThat(approving.publishInEmergency(desk.bob, id, version, " "))
                .isInstanceOf(Submission.Refused.class);
        assertThat(approving.publishInEmergency(desk.bob, id, version, "Danger immédiat"))
                .isInstanceOf(Submission.Submitted.class);

        assertThat(delivering.of(desk.cast.unit.id(), id.value())).hasSize(1);
        assertThat(records.toReview(desk.bob)).isEqualTo(1);
        assertThat(approving.review(desk.bob, id, "je me relis")).isFalse();
        assertThat(approving.review(carol(), id, "rien à redire")).isTrue();
        assertThat(records.toReview(desk.bob)).isZero();
    }

    @Test
    void aSecondEmergencyOfTheSamePublicationIsReviewedByItself() {
        var id = desk.written();
        new TransactionTemplate(transactions)
                .executeWithoutResult(beforeAnyWorkerSeesIt -> {
                    publishInEmergency(id, "d'abord");
                    assertThat(publishing.withdraw(desk.bob, id)).isTrue();
                });
        clock.set(TestTime.NOON.plusSeconds(60));
        publishInEmergency(id, "encore");

        assertThat(records.emergency(desk.bob, id)).get().extracting("reason").isEqualTo("encore");
        assertThat(records.toReview(desk.bob)).isEqualTo(2);
        assertThat(approving.review(carol(), id, "la seconde")).isTrue();
        assertThat(records.emergency(desk.bob, id)).get().extracting("reason").isEqualTo("d'abord");
        assertThat(approving.review(carol(), id, "la première")).isTrue();
        assertThat(records.toReview(desk.bob)).isZero();
        assertThat(records.timeline(desk.bob, id))
                .filteredOn(entry -> entry.act() == Act.REVIEWED)
                .hasSize(2);
    }

    private void publishInEmergency(PublicationId id, String reason) {
        var version = records.find(desk.bob, id).version();
        assertThat(approving.publishInEmergency(desk.bob, id, version, reason))
                .isInstanceOf(Submission.Submitted.class);
    }

    @Test
    void anAuthorMayNotPublishInAnEmergency() {
        var id = desk.written();

        assertThatThrownBy(() -> approving.publishInEmergency(desk.alice, id, 2, "vite"))
                .isInstanceOf(RoleMissing.class);
    }

    @Test
    void anEmergencyStillNeedsJusticesWord() {
        var id = desk.written(Kind.APPEAL, UnaryOperator.identity());
        var version = records.find(desk.bob, id).version();

        assertThat(approving.publishInEmergency(desk.bob, id, version, "vite"))
                .isInstanceOf(Submission.Refused.class);
    }

    private void authorise(PublicationId id) {
        var judge = desk.cast.officer(desk.colleague("Jeanne Juge", Role.JUDICIAL_VALIDATOR));
        var today = TestTime.NOON.atZone(Planning.ZONE).toLocalDate();
        assertThat(records.authorise(judge, id, "Le procureur", "PV 118", "Photo", today))
                .isEmpty();
    }

    private Officer carol() {
        return desk.cast.officer(desk.colleague("Carol", Role.APPROVER));
    }

    private static String obstacle(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        return ((Verdict.Refused) verdict).obstacles().getFirst().code();
    }
}
