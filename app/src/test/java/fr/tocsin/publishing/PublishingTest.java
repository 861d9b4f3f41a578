package fr.tocsin.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tocsin.database.TocsinTest;
import fr.tocsin.delivering.AccountId;
import fr.tocsin.delivering.Kind;
import fr.tocsin.publishing.Outcome.Saving;
import fr.tocsin.publishing.Outcome.Submission;
import fr.tocsin.publishing.Outcome.Verdict;
import fr.tocsin.units.Cast;
import fr.tocsin.units.Officer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@TocsinTest
@Import({TestChannels.class, TestTime.class})
class PublishingTest {

    @Autowired private Publishing publishing;
    @Autowired private Approving approving;
    @Autowired private Records records;
    @Autowired private ApplicationContext context;
    @Autowired private JdbcClient jdbc;
    @Autowired private MovableClock clock;

    private Officer alice;
    private Officer bob;
    private AccountId wall;

    @BeforeEach
    void meet() {
        var cast = Cast.in(context);
        alice = cast.officer(cast.alice);
        bob = cast.officer(cast.bob);
        wall = new TestAccounts(jdbc).connect(alice.unitId(), TestChannels.WALL, "@wall", 100);
        clock.set(TestTime.NOON);
    }

    @Test
    void addressesANewDraftToEveryConnectedAccount() {
        var draft = publishing.draft(alice, Kind.ALERT);

        assertThat(draft.draft().accounts()).containsExactly(wall);
        assertThat(draft.state()).isEqualTo(State.DRAFT);
    }

    @Test
    void goesFromDraftThroughApprovalToItsAccounts() {
        var id = written("Route coupée à Naintré.");
        var revision = submitted(id);

        assertThat(approving.approve(bob, id, revision.hash()))
                .isEqualTo(new Verdict.Ordered(TestTime.NOON));
        assertThat(records.find(bob, id).state()).isEqualTo(State.APPROVED);
        assertThat(records.timeline(bob, id))
                .extracting(Entry::act)
                .containsExactly(Act.CREATED, Act.SUBMITTED, Act.APPROVED);
    }

    private PublicationId written(String text) {
        var blank = publishing.draft(alice, Kind.ALERT);
        var draft = Drafts.of(blank.draft()).text(text).draft();
        assertThat(publishing.save(alice, blank.id(), blank.version(), draft))
                .isInstanceOf(Saving.Saved.class);
        return blank.id();
    }

    private Revision submitted(PublicationId id) {
        var submission = publishing.submit(alice, id, records.find(alice, id).version());
        assertThat(submission).isInstanceOf(Submission.Submitted.class);
        return ((Submission.Submitted) submission).revision();
    }
}
