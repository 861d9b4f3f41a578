package fr.tocsin.delivering;

import static fr.tocsin.delivering.DeliveryReport.Act.REMOVE;
import static fr.tocsin.delivering.DeliveryReport.Act.RETRY;
import static fr.tocsin.delivering.DeliveryReport.State.NEEDS_PERSON;
import static fr.tocsin.delivering.DeliveryReport.State.PUBLISHED;
import static fr.tocsin.delivering.DeliveryReport.State.REMOVED;
import static fr.tocsin.delivering.DeliveryReport.State.RETRYING;
import static fr.tocsin.delivering.DeliveryReport.State.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.tocsin.units.MemberId;
import fr.tocsin.units.Officer;
import fr.tocsin.units.Role;
import fr.tocsin.units.RoleMissing;
import fr.tocsin.units.Unit;
import fr.tocsin.units.UnitId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A unit that has stopped sends nothing, whatever was on its way; and when it goes on, nothing
/// late bursts out by itself.
class StoppageTest {

    private static final Duration HOURS = Duration.ofHours(5);

    private final Story story = new Story();
    private final FakeChannel network = story.network;
    private final Officer bob = officer(story.unit, Role.ADMINISTRATOR);

    @AfterEach
    void close() {
        story.close();
    }

    @Test
    void nothingLeavesAStoppedUnitNotEvenAnAlertNotEvenAfterARestart() {
        stop();
        var news = story.order("nouvelle");
        var alert = story.order(Kind.ALERT, story.account, story.clock.instant(), "alerte");

        assertThat(story.node.workAll()).isZero();
        try (var restarted = story.node()) {
            assertThat(restarted.workAll()).isZero();
        }

        assertThat(network.sent).isEmpty();
        assertThat(List.of(story.report(news), story.report(alert)))
                .allSatisfy(report -> {
                    assertThat(report.state()).isEqualTo(WAITING);
                    assertThat(report.reason()).isEqualTo(Reason.of("unit-stopped"));
                    assertThat(report.nextTry()).isNull();
                });
    }

    @Test
    void otherUnitsGoOn() {
        var stopped = officer(story.elsewhere, Role.ADMINISTRATOR);
        story.node.stopping.stop(stopped, "chez nous");
        story.order("ailleurs");

        story.node.workAll();

        assertThat(network.shown).containsExactly("ailleurs");
    }

    @Test
    void whatAWorkerIsJustPreparingIsNotArmed() {
        network.preparations.add(dispatch -> {
            stop();
            return new Preparation.Prepared("preparé avant l’arrêt");
        });
        var publication = story.order("de justesse");

        story.node.workAll();

        assertThat(network.sent).isEmpty();
        assertThat(states()).containsExactly("planned");
        release(publication);
        story.node.workAll();
        assertThat(network.shown).containsExactly("de justesse");
    }

    @Test
    void whatIsArmedIsCarriedToItsEndAndTheRestOfTheThreadStays() {
        network.attempts.add(dispatch -> {
            stop();
            return network.accept(dispatch);
        });
        var publication = story.order("un", "deux");

        story.node.workAll();

        assertThat(network.shown).containsExactly("un");
        assertThat(states()).containsExactly("settled", "planned");
        assertThat(heldBack()).singleElement().matches(HeldBack::begun);
        release(publication);
        story.node.workAll();
        assertThat(network.shown).containsExactly("un", "deux");
        assertThat(story.state(publication)).isEqualTo(PUBLISHED);
    }

    @Test
    void looksForWhatMayBePublicAndDoesNotSendItWhenItIsNot() {
        network.attempts.add(network::acceptSilently);
        network.attempts.add(dispatch -> new Attempt.Unknown(Reason.of("timeout")));
        var there = story.order("là");
        story.node.workAll();
        var absent =
                story.order(
                        Kind.COMMUNITY,
                        story.account(story.unit, "@autre"),
                        story.clock.instant(),
                        "pas là");
        story.node.workAll();
        stop();

        story.atNextTry(there);
        story.clock.forward(Story.PACE.reconcileAfter());
        story.node.workAll();

        assertThat(network.shown).containsExactly("là");
        assertThat(story.state(there)).isEqualTo(PUBLISHED);
        assertThat(story.state(absent)).isEqualTo(RETRYING);
        assertThat(heldBack()).extracting(HeldBack::publication).containsExactly(absent);
    }

    @Test
    void removalsGoOn() {
        var publication = story.order("à retirer");
        story.node.workAll();
        stop();

        story.decide(publication, REMOVE);
        story.node.workAll();

        assertThat(story.state(publication)).isEqualTo(REMOVED);
    }

    @Test
    void afterTheReleaseOnlyWhatWasChosenOfTheLateOnesLeavesByItself() {
        stop();
        var start = story.clock.instant();
        var held = story.order("trop tard");
        var chosen = story.order(Kind.COMMUNITY, story.account, start, "quand même");
        var alert = story.order(Kind.ALERT, story.account, start, "alerte périmée");
        var later =
                story.order(
                        Kind.COMMUNITY, story.account, start.plus(HOURS).plus(HOURS), "ce soir");
        story.clock.forward(HOURS);
        assertThat(heldBack())
                .extracting(HeldBack::text)
                .startsWith("alerte périmée")
                .endsWith("ce soir");

        var released = release(chosen);
        story.node.workAll();

        assertThat(released).isEqualTo(new Stopping.Released(1, 2));
        assertThat(network.shown).containsExactly("quand même");
        assertThat(List.of(story.report(held), story.report(alert)))
                .allSatisfy(report -> {
                    assertThat(report.state()).isEqualTo(NEEDS_PERSON);
                    assertThat(report.reason()).isEqualTo(Reason.of("held-back"));
                    assertThat(story.node.events)
                            .contains(
                                    new DeliveryNeedsPerson(
                                            story.unit, report.publication(), report.id()));
                });
        story.decide(held, RETRY);
        story.node.workAll();
        story.atNextTry(later);
        assertThat(network.shown).containsExactly("quand même", "trop tard", "ce soir");
    }

    @Test
    void aWorkerThatSleptThroughStopAndReleaseSendsNothingThatIsHeld() {
        network.preparations.add(dispatch -> {
            stop();
            story.clock.forward(HOURS);
            release();
            return new Preparation.Prepared("bien plus tard");
        });
        var publication = story.order("endormie");

        story.node.workAll();

        assertThat(network.sent).isEmpty();
        assertThat(story.state(publication)).isEqualTo(NEEDS_PERSON);
    }

    @Test
    void onceItHasStoppedNothingMoreIsArmedHoweverManyWorkersRun() throws InterruptedException {
        var other = story.node();
        var accounts =
                IntStream.range(0, 8).mapToObj(i -> story.account(story.unit, "@" + i)).toList();
        for (int i = 0; i < 400; i++) {
            story.order(Kind.COMMUNITY, accounts.get(i % 8), story.clock.instant(), "n° " + i);
        }
        var crews = List.of(story.node.workers(), other.workers());
        crews.forEach(Workers::start);
        while (network.shown.size() < 40) {
            TimeUnit.MILLISECONDS.sleep(5);
        }

        stop();
        var armed = everArmed();
        TimeUnit.MILLISECONDS.sleep(500);
        crews.forEach(Workers::stop);
        other.close();

        assertThat(everArmed()).isEqualTo(armed);
        assertThat(network.shown).hasSize(armed).doesNotHaveDuplicates();
        assertThat(armed).isBetween(40, 399);
    }

    @Test
    void onlyAnAdministratorStopsAndReleasesAndEachStopIsReleasedOnce() {
        var alice = officer(story.unit, Role.AUTHOR, Role.APPROVER);
        assertThatThrownBy(() -> story.node.stopping.stop(alice, "non"))
                .isInstanceOf(RoleMissing.class);
        assertThat(story.node.stopping.stop(bob, "oui")).isTrue();
        assertThat(story.node.stopping.stop(bob, "encore")).isFalse();
        var stoppage = story.node.stopping.inForce(story.unit).orElseThrow().id();
        assertThatThrownBy(() -> story.node.stopping.release(alice, stoppage, Set.of()))
                .isInstanceOf(RoleMissing.class);
        var charlie = officer(story.elsewhere, Role.ADMINISTRATOR);
        assertThat(story.node.stopping.release(charlie, stoppage, Set.of())).isEmpty();
        assertThat(story.node.stopping.inForce("gendarmerie-86")).isPresent();

        assertThat(story.node.stopping.release(bob, stoppage, Set.of())).isPresent();
        assertThat(story.node.stopping.release(bob, stoppage, Set.of())).isEmpty();
        assertThat(story.node.stopping.past(story.unit))
                .extracting(Stoppage::reason)
                .containsExactly("oui");
    }

    private void stop() {
        assertThat(story.node.stopping.stop(bob, "erreur dans une série")).isTrue();
    }

    private Stopping.Released release(UUID... publications) {
        var stoppage = story.node.stopping.inForce(story.unit).orElseThrow().id();
        return story.node.stopping.release(bob, stoppage, Set.of(publications)).orElseThrow();
    }

    private List<HeldBack> heldBack() {
        return story.node.stopping.heldBack(story.unit);
    }

    private List<String> states() {
        return story.jdbc
                .sql("SELECT state FROM delivery_step ORDER BY position")
                .query(String.class)
                .list();
    }

    private int everArmed() {
        return story.jdbc
                .sql("SELECT count(*) FROM delivery_step WHERE armed_at IS NOT NULL")
                .query(Integer.class)
                .single();
    }

    static Officer officer(UnitId unit, Role... roles) {
        var slug = "gendarmerie-86";
        var place = new Unit(unit, slug, slug, Unit.Service.GENDARMERIE, "Vienne", "", false);
        return new Officer(MemberId.random(), "Bob Bernard", place, Set.of(roles));
    }
}
