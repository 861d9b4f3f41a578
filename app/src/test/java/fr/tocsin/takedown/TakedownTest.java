package fr.tocsin.takedown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.tocsin.database.TocsinTest;
import fr.tocsin.publishing.NoSuchPublication;
import fr.tocsin.publishing.Planning;
import fr.tocsin.publishing.State;
import fr.tocsin.site.Site;
import fr.tocsin.units.RoleMissing;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

@TocsinTest
@Import(TestNetworks.class)
class TakedownTest {

    @Autowired private ApplicationContext context;
    @Autowired private Site site;

    private Duty duty;

    @BeforeEach
    void begin() {
        duty = new Duty(context);
    }

    @Test
    void takesThePageOffTheSiteInTheSameAct() {
        var publication = duty.published(duty.site(), duty.account(duty.square));
        var post = site.find(duty.bob.unitId(), publication.value()).orElseThrow();

        var id = duty.takeDown(publication);

        assertThat(site.at(post.path())).isInstanceOf(Site.Standing.Removed.class);
        assertThat(site.removed(duty.bob.unitId(), null, 10))
                .extracting(Site.Removal::publication)
                .containsExactly(publication.value());
        assertThat(duty.state(publication)).isEqualTo(State.TAKEN_DOWN);
        assertThat(duty.endings(id)).containsExactly(Ending.WAITING, Ending.WAITING);
    }

    @Test
    void removesEveryCopyAndLooksForIt() {
        var publication = duty.published(duty.site(), duty.account(duty.square));
        var id = duty.takeDown(publication);
        duty.work(id);

        assertThat(duty.square.shown).isEmpty();
        assertThat(duty.endings(id)).containsExactly(Ending.REMOVED, Ending.REMOVED);
        assertThat(duty.takedown(id).settledAt()).isNotNull();
        assertThat(duty.certificate(id).verdict()).isEqualTo(Certificate.Verdict.UNVERIFIED);

        duty.pass(Duration.ofMinutes(2), id);
        assertThat(duty.certificate(id).verdict()).isEqualTo(Certificate.Verdict.GONE);
        assertThat(duty.copies(id))
                .allSatisfy(copy -> {
                    assertThat(copy.verification().looks()).isEqualTo(1);
                    assertThat(copy.verification().ahead()).isEqualTo(4);
                });
        duty.pass(Duration.ofDays(8), id);
        assertThat(duty.copies(id))
                .allSatisfy(copy -> assertThat(copy.verification().ahead()).isZero());
    }

    @Test
    void stopsWhatIsPlanned() {
        var at = LocalDateTime.ofInstant(duty.clock.instant(), Planning.ZONE).plusHours(3);
        var publication = duty.approved(Planning.at(at), duty.account(duty.square));

        var id = duty.takeDown(publication);
        duty.pass(Duration.ofHours(4), id);

        assertThat(duty.square.shown).isEmpty();
        assertThat(duty.copies(id)).isEmpty();
        assertThat(duty.takedown(id).stopped()).isEqualTo(1);
        assertThat(duty.takedown(id).settledAt()).isNotNull();
    }

    @Test
    void waitsForWhatIsOnItsWayAndThenRemovesIt() {
        duty.square.silent = true;
        var publication = duty.published(duty.account(duty.square));
        assertThat(duty.square.shown).hasSize(1);

        var id = duty.takeDown(publication);
        assertThat(duty.endings(id)).containsExactly(Ending.WAITING);
        assertThat(duty.certificate(id).verdict()).isEqualTo(Certificate.Verdict.NOT_YET);
        duty.work(id);
        duty.work(id);

        assertThat(duty.square.shown).isEmpty();
        assertThat(duty.endings(id)).containsExactly(Ending.REMOVED);
        assertThat(duty.takedown(id).settledAt()).isNotNull();
    }

    @Test
    void takesDownWhatWasCorrectedWithItsAnswersAndStopsWhatWaits() {
        var publication = duty.published(duty.site(), duty.account(duty.square));
        duty.corrected(publication, "Route coupée à Smarves.");
        duty.workers.workAll();
        var both = Set.copyOf(duty.square.shown.keySet());
        assertThat(both).hasSize(2);
        duty.corrected(publication, "Route coupée à Ligugé.");
        duty.correcting.begin(duty.alice, publication);

        var id = duty.takeDown(publication);
        duty.work(id);

        assertThat(duty.square.shown).isEmpty();
        assertThat(duty.square.removed)
                .filteredOn(both::contains)
                .containsExactlyInAnyOrderElementsOf(both);
        assertThat(duty.endings(id)).hasSize(3).containsOnly(Ending.REMOVED);
        assertThat(duty.takedown(id).stopped()).isEqualTo(2);
        assertThat(duty.takedown(id).settledAt()).isNotNull();
        assertThat(duty.records.find(duty.bob, publication).correction()).isNull();
        assertThat(duty.correcting.begin(duty.alice, publication)).isFalse();
    }

    @Test
    void goesOnWhenANetworkIsBackAfterHours() {
        var publication = duty.published(duty.account(duty.square), duty.account(duty.board));
        duty.square.down = true;
        var id = duty.takeDown(publication);
        for (int hour = 0; hour < 6; hour++) {
            duty.pass(Duration.ofHours(1), id);
        }
        assertThat(duty.endings(id)).containsExactly(Ending.REMOVED, Ending.WAITING);
        assertThat(duty.takedown(id).settledAt()).isNull();

        duty.square.down = false;
        duty.pass(Duration.ofMinutes(10), id);

        assertThat(duty.square.shown).isEmpty();
        assertThat(duty.takedown(id).settledAt()).isNotNull();
    }

    @Test
    void waitsForTheNewTokenAndGoesOn() {
        var account = duty.account(duty.square);
        var publication = duty.published(account);
        duty.workers.connected(account, false);

        var id = duty.takeDown(publication);
        duty.pass(Duration.ofHours(30), id);
        assertThat(duty.endings(id)).containsExactly(Ending.WAITING);
        assertThat(Objects.requireNonNull(duty.copies(id).getFirst().reason()).code())
                .isEqualTo("token-expired");

        duty.workers.connected(account, true);
        duty.work(id);
        assertThat(duty.endings(id)).containsExactly(Ending.REMOVED);
    }

    @Test
    void goesOnFromWhateverAKilledProcessHasLeft() {
        var publication = duty.published(duty.account(duty.square));
        var id = duty.takeDown(publication);
        duty.workers.takeAndDie(duty.clock.instant().plusSeconds(60));
        duty.work(id);
        assertThat(duty.endings(id)).containsExactly(Ending.WAITING);

        duty.pass(Duration.ofSeconds(61), id);

        assertThat(duty.endings(id)).containsExactly(Ending.REMOVED);
    }

    @Test
    void aCopyThatIsBackReopensTheTakedown() {
        var publication = duty.published(duty.account(duty.square));
        var copy = duty.square.shown.keySet().iterator().next();
        var id = duty.takeDown(publication);
        duty.work(id);
        duty.pass(Duration.ofMinutes(2), id);
        duty.square.shown.put(copy, "de nouveau là");

        duty.pass(Duration.ofMinutes(12), id);

        assertThat(duty.words(id)).contains(Entry.Word.REOPENED);
        assertThat(duty.square.shown).isEmpty();
        assertThat(duty.copies(id).getFirst().reopened()).isEqualTo(1);
        assertThat(duty.copies(id).getFirst().verification().verifiedAt()).isNull();
        duty.pass(Duration.ofMinutes(2), id);
        assertThat(duty.certificate(id).verdict()).isEqualTo(Certificate.Verdict.GONE);
    }

    @Test
    void replacesWhatCannotBeRemovedAndSeesTheNotice() {
        duty.board.stubborn = true;
        var publication = duty.published(duty.account(duty.board));

        var id = duty.takeDown(publication);
        duty.work(id);
        duty.pass(Duration.ofMinutes(2), id);

        assertThat(duty.board.shown.values()).containsExactly(Square.Board.NOTICE);
        assertThat(duty.endings(id)).containsExactly(Ending.REPLACED);
        assertThat(duty.certificate(id).verdict()).isEqualTo(Certificate.Verdict.GONE);

        duty.board.shown.replaceAll((copy, text) -> "le texte d’avant");
        duty.pass(Duration.ofMinutes(12), id);
        assertThat(duty.words(id)).contains(Entry.Word.REOPENED);
        assertThat(duty.board.shown.values()).containsExactly(Square.Board.NOTICE);
    }

    @Test
    void saysWhatCannotBeRecalled() {
        var publication = duty.published(duty.account(duty.letter), duty.account(duty.square));

        var id = duty.takeDown(publication);
        duty.work(id);

        assertThat(duty.endings(id)).containsExactly(Ending.UNRECALLABLE, Ending.REMOVED);
        var certificate = duty.certificate(id);
        assertThat(certificate.verdict()).isEqualTo(Certificate.Verdict.PARTLY_OUT_OF_REACH);
        assertThat(certificate.text()).contains("ending: unrecallable", "reason: cannot-recall");
    }

    @Test
    void callsAPersonRemindsThemAndVerifiesWhatTheyDid() {
        duty.square.stubborn = true;
        var publication = duty.published(duty.account(duty.square));
        var id = duty.takeDown(publication);
        duty.work(id);
        var copy = duty.copies(id).getFirst();
        assertThat(copy.ending()).isEqualTo(Ending.PERSON);
        assertThat(Objects.requireNonNull(copy.task()).name()).isEqualTo("Bob Bernard");
        assertThat(Objects.requireNonNull(copy.post()).permalink()).isNotNull();

        assertThat(
                        duty.takedowns.assign(
                                duty.bob, id, copy.id(), duty.alice.member(), Duration.ofHours(4)))
                .isTrue();
        duty.pass(Duration.ofHours(5), id);
        assertThat(duty.words(id)).contains(Entry.Word.REMINDED);

        assertThat(duty.takedowns.byHand(duty.alice, id, copy.id(), "supprimée dans l’appli"))
                .isTrue();
        assertThat(duty.endings(id)).containsExactly(Ending.REMOVED);
        assertThat(duty.certificate(id).text()).contains("by-hand: Alice Aubry: supprimée");

        duty.pass(Duration.ofMinutes(2), id);
        assertThat(duty.words(id)).contains(Entry.Word.REOPENED);
        assertThat(duty.endings(id)).containsExactly(Ending.PERSON);

        duty.square.shown.clear();
        duty.takedowns.byHand(duty.alice, id, copy.id(), "cette fois vraiment");
        duty.pass(Duration.ofMinutes(2), id);
        assertThat(duty.certificate(id).verdict()).isEqualTo(Certificate.Verdict.GONE);
    }

    @Test
    void whatNobodyCanTellIsLookedAtByAPerson() {
        duty.square.silent = true;
        var publication = duty.published(duty.account(duty.square));
        duty.square.down = true;
        var id = duty.takeDown(publication);
        for (int look = 0; look < 10; look++) {
            duty.pass(Duration.ofMinutes(20), id);
        }
        var copy = duty.copies(id).getFirst();
        assertThat(copy.ending()).isEqualTo(Ending.PERSON);
        assertThat(copy.post()).isNull();

        assertThat(duty.takedowns.byHand(duty.bob, id, copy.id(), "elle n’y est pas")).isTrue();
        duty.square.down = false;
        duty.pass(Duration.ofDays(1), id);

        assertThat(duty.endings(id)).containsExactly(Ending.REMOVED);
        assertThat(duty.certificate(id).verdict()).isEqualTo(Certificate.Verdict.UNVERIFIED);
    }

    @Test
    void anAccountThatIsGoneLeavesItsCopiesToAPerson() {
        var account = duty.account(duty.square);
        var publication = duty.published(account);
        duty.square.down = true;
        var id = duty.takeDown(publication);
        duty.work(id);
        duty.workers.remove(duty.bob.unitId(), account);
        duty.work(id);

        assertThat(duty.endings(id)).containsExactly(Ending.PERSON);
        assertThat(Objects.requireNonNull(duty.copies(id).getFirst().reason()).code())
                .isEqualTo("account-removed");
    }

    @Test
    void theNetworkIsAskedAgainWhenAPersonWantsIt() {
        duty.square.stubborn = true;
        var publication = duty.published(duty.account(duty.square));
        var id = duty.takeDown(publication);
        duty.work(id);
        duty.square.stubborn = false;

        var copy = duty.copies(id).getFirst().id();
        assertThat(duty.takedowns.askAgain(duty.bob, id, copy)).isTrue();
        duty.work(id);

        assertThat(duty.endings(id)).containsExactly(Ending.REMOVED);
        assertThat(duty.takedowns.askAgain(duty.bob, id, copy)).isFalse();
    }

    @Test
    void isOrderedOnceAndForGood() {
        var publication = duty.published(duty.account(duty.square));
        duty.takeDown(publication);

        assertThat(duty.takedowns.order(duty.bob, publication, Cause.MISTAKE, "")).isEmpty();
        var draft = duty.draft();
        assertThat(duty.takedowns.order(duty.bob, draft, Cause.MISTAKE, "")).isEmpty();
    }

    @Test
    void anAuthorTakesBackTheirOwnWordsAndIsReviewed() {
        var publication = duty.published(duty.account(duty.square));
        var observer = duty.colleague();
        assertThatThrownBy(() -> duty.takedowns.order(observer, publication, Cause.MISTAKE, ""))
                .isInstanceOf(RoleMissing.class);

        var id =
                duty.takedowns.order(duty.alice, publication, Cause.PERSON_FOUND, "").orElseThrow();
        assertThat(duty.takedown(id).awaitsReview()).isTrue();
        assertThatThrownBy(() -> duty.takedowns.review(duty.alice, id))
                .isInstanceOf(RoleMissing.class);

        assertThat(duty.takedowns.review(duty.bob, id)).isTrue();
        assertThat(duty.takedowns.review(duty.bob, id)).isFalse();
        assertThat(duty.takedown(id).awaitsReview()).isFalse();
    }

    @Test
    void restoringIsANewDraft() {
        var publication = duty.published(duty.account(duty.square));
        var id = duty.takeDown(publication);

        var fresh = duty.takedowns.restore(duty.bob, id).orElseThrow();

        assertThat(fresh).isNotEqualTo(publication);
        assertThat(duty.state(fresh)).isEqualTo(State.DRAFT);
        assertThat(duty.records.find(duty.bob, fresh).draft().text())
                .isEqualTo("Route coupée à Naintré.");
        assertThat(duty.takedown(id).restoredAs()).contains(fresh);
        assertThat(duty.state(publication)).isEqualTo(State.TAKEN_DOWN);
    }

    @Test
    void aStrangerFindsNothing() {
        var publication = duty.published(duty.account(duty.square));
        assertThatThrownBy(() -> duty.takedowns.order(duty.charlie, publication, Cause.MISTAKE, ""))
                .isInstanceOf(NoSuchPublication.class);
        var id = duty.takeDown(publication);
        var copy = duty.copies(id).getFirst().id();

        assertThat(duty.takedowns.find(duty.charlie, id)).isEmpty();
        assertThat(duty.takedowns.list(duty.charlie)).isEmpty();
        assertThat(duty.takedowns.byHand(duty.charlie, id, copy, "non")).isFalse();
        assertThat(duty.takedowns.review(duty.charlie, id)).isFalse();
        assertThat(duty.takedowns.restore(duty.charlie, id)).isEmpty();
    }

    @Test
    void theCertificateSaysTheSameToTheLetterUntilSomethingChanges() {
        var publication = duty.published(duty.site(), duty.account(duty.square));
        var id = duty.takeDown(publication);
        var early = duty.certificate(id);
        assertThat(early.verdict()).isEqualTo(Certificate.Verdict.NOT_YET);
        duty.work(id);
        var first = duty.certificate(id);

        assertThat(first.text())
                .contains(
                        "publication: " + publication,
                        "cause: mistake",
                        "remark: fausse route",
                        "ordered-at: 2026-11-",
                        "+01:00",
                        "ordered-by: Bob Bernard",
                        "copies: 2",
                        "network: square",
                        "address: https://social.example/square/",
                        "verified-at: -");
        assertThat(first.hash()).hasSize(64).isNotEqualTo(early.hash());
        assertThat(duty.certificate(id).hash()).isEqualTo(first.hash());
        duty.pass(Duration.ofMinutes(2), id);
        assertThat(duty.certificate(id).hash()).isNotEqualTo(first.hash());
    }
}
