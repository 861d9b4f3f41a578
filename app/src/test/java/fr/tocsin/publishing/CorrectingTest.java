package fr.tocsin.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import fr.tocsin.database.TocsinTest;
import fr.tocsin.delivering.AccountId;
import fr.tocsin.delivering.Delivering;
import fr.tocsin.delivering.DeliveryReport;
import fr.tocsin.delivering.Kind;
import fr.tocsin.delivering.Means;
import fr.tocsin.publishing.Outcome.Saving;
import fr.tocsin.publishing.Outcome.Submission;
import fr.tocsin.publishing.Outcome.Verdict;
import fr.tocsin.units.Role;
import fr.tocsin.units.RoleMissing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/// Correcting what is public, with four eyes and by the means that each network has.
@TocsinTest
@Import({TestChannels.class, TestTime.class})
class CorrectingTest {

    private static final String FALSE = "La D 34 est fermée à Naintré.";
    private static final String TRUE = "La D 43 est fermée à Naintré.";

    @Autowired private Publishing publishing;
    @Autowired private Correcting correcting;
    @Autowired private Approving approving;
    @Autowired private Records records;
    @Autowired private Delivering delivering;
    @Autowired private ApplicationContext context;
    @Autowired private MovableClock clock;

    private Desk desk;
    private AccountId chalk;
    private AccountId echo;
    private PublicationId id;

    @BeforeEach
    void publish() {
        clock.set(TestTime.NOON);
        desk = new Desk(context);
        chalk = desk.connect(TestChannels.CHALK, "@chalk", 100);
        echo = desk.connect(TestChannels.ECHO, "@echo", 100);
        id = published(desk.wall, chalk, echo);
    }

    @Test
    void showsBeforehandHowEachAccountIsReached() {
        begin();
        change(TRUE);

        assertThat(means())
                .containsOnly(
                        entry("@wall", Means.NONE),
                        entry("@chalk", Means.EDIT),
                        entry("@echo", Means.REPLY));
        assertThat(said("@chalk")).containsExactly(TRUE);
        assertThat(said("@echo")).containsExactly("Rectificatif : " + TRUE);
        assertThat(said("@wall")).isEmpty();
    }

    @Test
    void answersWithWhatWasWrongWhereTheAuthorSaysIt() {
        begin();
        explain(TRUE, new Explanation("C’est la D 43 qui est fermée.", false, ""));
        assertThat(said("@echo")).containsExactly("Rectificatif : C’est la D 43 qui est fermée.");

        explain(TRUE, new Explanation("Rectificatif, désolés : D 43.", false, ""));
        assertThat(said("@echo")).containsExactly("Rectificatif, désolés : D 43.");
    }

    @Test
    void countsTheAnswerAsItsNetworkDoes() {
        begin();
        change("Mot ".repeat(24) + "fin.");

        assertThat(said("@chalk")).hasSize(1);
        assertThat(said("@echo"))
                .hasSize(2)
                .allSatisfy(part -> assertThat(part).hasSizeLessThan(101));
    }

    @Test
    void leavesWhatIsPublicAloneUntilTheCorrectionIsApproved() {
        begin();
        change(TRUE);
        var revision = submitted();

        assertThat(desk.state(id)).isEqualTo(State.PUBLISHED);
        assertThat(correcting.inForce(desk.alice, id).orElseThrow().content().text())
                .isEqualTo(FALSE);
        assertThat(reports()).allSatisfy(report -> assertThat(report.corrections()).isEmpty());

        assertThat(approving.approve(desk.bob, id, revision.hash()))
                .isInstanceOf(Verdict.Ordered.class);
        await(() -> corrected(chalk) && corrected(echo));

        assertThat(correcting.inForce(desk.alice, id).orElseThrow().content().text())
                .isEqualTo(TRUE);
        assertThat(report(desk.wall).corrections()).isEmpty();
        assertThat(report(chalk).corrections().getFirst().means()).isEqualTo(Means.EDIT);
        assertThat(report(echo).corrections().getFirst().means()).isEqualTo(Means.REPLY);
        assertThat(records.find(desk.alice, id).correction()).isNull();
        await(() -> acts().stream().filter(Act.CORRECTED::equals).count() == 2);
        assertThat(acts()).contains(Act.CORRECTION_BEGUN);
        assertThat(desk.state(id)).isEqualTo(State.PUBLISHED);
    }

    @Test
    void fourEyesHoldForCorrectionsToo() {
        begin();
        change(TRUE);
        var first = submitted();
        assertThatThrownBy(() -> approving.approve(desk.alice, id, first.hash()))
                .isInstanceOf(RoleMissing.class);

        desk.changed(desk.bob, id, draft -> draft.text("Bob y touche."));
        assertThat(records.find(desk.alice, id).isWritten()).isTrue();
        assertThat(obstacle(approving.approve(desk.bob, id, first.hash()))).isEqualTo("own-work");
        var carol = desk.cast.officer(desk.colleague("Carol", Role.APPROVER));
        assertThat(obstacle(approving.approve(carol, id, first.hash())))
                .isEqualTo("changed-meanwhile");
        assertThat(approving.approve(carol, id, submitted().hash()))
                .isInstanceOf(Verdict.Ordered.class);
    }

    @Test
    void justiceMustAllowTheCorrectionToo() {
        id = desk.written(Kind.APPEAL, draft -> draft.text(FALSE).accounts(chalk));
        var judge = desk.cast.officer(desk.colleague("Jeanne", Role.JUDICIAL_VALIDATOR));
        var today = TestTime.NOON.atZone(Planning.ZONE).toLocalDate();
        records.authorise(judge, id, "Le procureur", "PV 118", "Photo", today);
        approving.approve(desk.bob, id, submitted().hash());
        await(() -> desk.state(id) == State.PUBLISHED);
        begin();
        change(TRUE);
        var revision = submitted();
        clock.pass(Duration.ofDays(2));

        assertThat(obstacle(approving.approve(desk.bob, id, revision.hash())))
                .isEqualTo("authorisation-expired");
        assertThat(correcting.withdraw(desk.alice, id)).isTrue();
        assertThat(mistakes()).containsExactly("authorisation-expired");
    }

    @Test
    void isGivenBackWithARemark() {
        begin();
        change(TRUE);
        var revision = submitted();

        assertThat(approving.giveBack(desk.bob, id, revision.hash(), "Et la D 910 ?"))
                .isInstanceOf(Verdict.GivenBack.class);
        assertThat(records.find(desk.alice, id).isWritten()).isTrue();
        assertThat(desk.state(id)).isEqualTo(State.PUBLISHED);
    }

    @Test
    void abandoningRestoresTheWorkingCopy() {
        begin();
        change(TRUE);
        submitted();

        assertThat(correcting.abandon(desk.alice, id)).isTrue();
        var publication = records.find(desk.alice, id);
        assertThat(publication.draft().text()).isEqualTo(FALSE);
        assertThat(publication.draft().accounts())
                .containsExactlyInAnyOrder(desk.wall, chalk, echo);
        assertThat(publication.correction()).isNull();
        assertThat(correcting.abandon(desk.alice, id)).isFalse();
        assertThat(publishing.save(desk.alice, id, publication.version(), draft(TRUE)))
                .isInstanceOf(Saving.Closed.class);
        assertThat(acts().getLast()).isEqualTo(Act.CORRECTION_ABANDONED);

        begin();
        assertThat(means()).containsEntry("@chalk", Means.UNCHANGED);
    }

    @Test
    void neverOverwritesWhatAnotherCorrectorSaved() {
        begin();
        var seen = records.find(desk.alice, id).version();
        desk.changed(desk.bob, id, draft -> draft.text("Bob corrige."));

        assertThat(publishing.save(desk.alice, id, seen, draft("Alice corrige."), Explanation.NONE))
                .isInstanceOf(Saving.Conflict.class);
    }

    @Test
    void sendsNothingWhereNothingChanges() {
        begin();
        desk.changed(desk.alice, id, draft -> draft.variants(Map.of(TestChannels.CHALK, TRUE)));

        assertThat(means())
                .containsEntry("@chalk", Means.EDIT)
                .containsEntry("@echo", Means.UNCHANGED);
        approving.approve(desk.bob, id, submitted().hash());
        await(() -> corrected(chalk));
        assertThat(report(echo).corrections()).isEmpty();
    }

    /// Back to the first words while the second are on their way is a correction too.
    @Test
    void undoesACorrectionThatMayBeOnItsWay() {
        begin();
        change(TRUE);
        approving.approve(desk.bob, id, submitted().hash());
        begin();
        change(FALSE);
        await(() -> corrected(chalk) && corrected(echo));

        assertThat(means()).containsEntry("@chalk", Means.EDIT).containsEntry("@echo", Means.REPLY);
    }

    @Test
    void asksForAChange() {
        begin();
        assertThat(mistakes()).containsExactly("nothing-corrected");
    }

    @Test
    void leavesNoAccountUncorrected() {
        begin();
        change(TRUE);
        desk.changed(desk.alice, id, draft -> draft.accounts(echo));
        assertThat(mistakes()).containsExactly("account-uncorrected");
    }

    @Test
    void publishesOnAnAccountThatIsNew() {
        var late = desk.connect(TestChannels.GAZETTE, "@gazette", 1_000);
        begin();
        desk.changed(
                desk.alice,
                id,
                draft -> draft.title("Route").accounts(desk.wall, chalk, echo, late));

        assertThat(means())
                .containsEntry("@gazette", Means.PUBLISH)
                .containsEntry("@chalk", Means.UNCHANGED); // which shows no title
        approving.approve(desk.bob, id, submitted().hash());
        await(() -> report(late).state() == DeliveryReport.State.PUBLISHED);
    }

    @Test
    void refusesWhatWouldArriveInAnotherWayThanShown() {
        begin();
        change(TRUE);
        var revision = submitted();
        delivering.decide(
                desk.alice.unitId(),
                report(chalk).id(),
                DeliveryReport.Act.REMOVE,
                desk.alice.member());

        assertThat(obstacle(approving.approve(desk.bob, id, revision.hash())))
                .isEqualTo("means-changed");
    }

    @Test
    void goesOutInAnEmergencyAndWaitsForASecondLook() {
        begin();
        change(TRUE);
        var version = records.find(desk.bob, id).version();

        assertThat(approving.publishInEmergency(desk.bob, id, version, "Fausse route !"))
                .isInstanceOf(Submission.Submitted.class);
        await(() -> corrected(chalk) && corrected(echo));
        assertThat(records.emergency(desk.bob, id).orElseThrow().reviewedAt()).isNull();
        assertThat(correcting.inForce(desk.bob, id).orElseThrow().content().text()).isEqualTo(TRUE);
    }

    @Test
    void hidesFormerVersionsWithAReason() {
        begin();
        explain(TRUE, new Explanation("", true, " "));
        assertThat(mistakes()).containsExactly("withheld-reason-missing");

        explain(TRUE, new Explanation("", true, "Nom de la victime"));
        approving.approve(desk.bob, id, submitted().hash());

        assertThat(records.timeline(desk.alice, id))
                .filteredOn(line -> line.act() == Act.WITHHELD)
                .extracting(Entry::detail)
                .containsExactly("Nom de la victime");
    }

    @Test
    void correctsSeveralTimes() {
        for (var text : List.of("Deuxième version.", "Troisième version.")) {
            begin();
            change(text);
            clock.pass(Duration.ofMinutes(1));
            approving.approve(desk.bob, id, submitted().hash());
            await(() -> corrected(chalk) && corrected(echo));
        }
        assertThat(report(echo).posts()).hasSize(3);
        assertThat(records.revisions(desk.alice, id)).hasSize(3);
    }

    @Test
    void waitsAmongWhatIsToBeApproved() {
        begin();
        change(TRUE);
        submitted();
        assertThat(records.search(desk.bob, Search.in(State.SUBMITTED, State.LATE)).publications())
                .filteredOn(line -> line.id().equals(id))
                .singleElement()
                .satisfies(line ->
                        assertThat(line.correction()).isEqualTo(Correction.Stage.SUBMITTED));
        assertThat(correcting.withdraw(desk.alice, id)).isTrue();
        assertThat(correcting.withdraw(desk.alice, id)).isFalse();
    }

    @Test
    void correctsNothingThatIsNotPublic() {
        var draft = desk.written();
        assertThat(correcting.begin(desk.alice, draft)).isFalse();
        var nowhere = published(desk.wall);
        assertThat(correcting.begin(desk.alice, nowhere)).isFalse();
    }

    @Test
    void charlieFindsNothing() {
        assertThatThrownBy(() -> correcting.begin(desk.charlie, id))
                .isInstanceOf(NoSuchPublication.class);
        begin();
        assertThatThrownBy(() -> correcting.abandon(desk.charlie, id))
                .isInstanceOf(NoSuchPublication.class);
        assertThat(correcting.inForce(desk.charlie, id)).isEmpty();
    }

    private PublicationId published(AccountId... accounts) {
        var made = desk.written(Kind.ALERT, draft -> draft.text(FALSE).accounts(accounts));
        approving.approve(desk.bob, made, desk.submitted(made).hash());
        await(() -> desk.state(made) == State.PUBLISHED);
        return made;
    }

    private void begin() {
        assertThat(correcting.begin(desk.alice, id)).isTrue();
    }

    private void change(String text) {
        desk.changed(desk.alice, id, draft -> draft.text(text));
    }

    private void explain(String text, Explanation explanation) {
        var version = records.find(desk.alice, id).version();
        assertThat(publishing.save(desk.alice, id, version, draft(text), explanation))
                .isInstanceOf(Saving.Saved.class);
    }

    private Draft draft(String text) {
        return Drafts.of(records.find(desk.alice, id).draft()).text(text).draft();
    }

    private Revision submitted() {
        return desk.submitted(id);
    }

    private List<String> mistakes() {
        return ((Submission.Refused) desk.submit(id))
                .mistakes().stream().map(Mistake::code).toList();
    }

    private List<Amended> amended() {
        var publication = records.find(desk.alice, id);
        var correction = publication.correction();
        assertThat(correction).isNotNull();
        return correcting.preview(desk.alice, id, publication.draft(), correction.explanation());
    }

    private Map<String, Means> means() {
        return amended().stream()
                .filter(each -> !each.account().network().id().equals("site"))
                .collect(Collectors.toMap(each -> each.account().handle(), Amended::means));
    }

    private List<String> said(String handle) {
        return amended().stream()
                .filter(each -> each.account().handle().equals(handle))
                .flatMap(each -> each.preview().parts().stream())
                .map(Preview.Part::text)
                .toList();
    }

    private List<Act> acts() {
        return records.timeline(desk.alice, id).stream().map(Entry::act).toList();
    }

    private List<DeliveryReport> reports() {
        return delivering.of(desk.alice.unitId(), id.value());
    }

    private DeliveryReport report(AccountId account) {
        return reports().stream()
                .filter(report -> report.account().id().equals(account))
                .findFirst()
                .orElseThrow();
    }

    private boolean corrected(AccountId account) {
        var report = report(account);
        return !report.corrections().isEmpty()
                && report.corrections().stream()
                        .allMatch(each -> each.state() == DeliveryReport.State.PUBLISHED);
    }

    private static String obstacle(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Refused.class);
        return ((Verdict.Refused) verdict).obstacles().getFirst().code();
    }

    /// The workers are threads of their own; nothing tells a test when they have done something.
    private static void await(BooleanSupplier condition) {
        var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            try {
                TimeUnit.MILLISECONDS.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }
}
