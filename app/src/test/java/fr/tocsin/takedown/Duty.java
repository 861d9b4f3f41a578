package fr.tocsin.takedown;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tocsin.delivering.AccountId;
import fr.tocsin.delivering.Channel;
import fr.tocsin.delivering.Delivering;
import fr.tocsin.delivering.Kind;
import fr.tocsin.delivering.WorkersByHand;
import fr.tocsin.publishing.Approving;
import fr.tocsin.publishing.Correcting;
import fr.tocsin.publishing.Draft;
import fr.tocsin.publishing.Explanation;
import fr.tocsin.publishing.Outcome;
import fr.tocsin.publishing.Planning;
import fr.tocsin.publishing.PublicationId;
import fr.tocsin.publishing.Publishing;
import fr.tocsin.publishing.Records;
import fr.tocsin.publishing.State;
import fr.tocsin.units.Cast;
import fr.tocsin.units.Members;
import fr.tocsin.units.Memberships;
import fr.tocsin.units.Officer;
import fr.tocsin.units.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;

/// A unit with its site and accounts on the networks of the test, something that was published
/// there, and everything that otherwise goes on by itself worked by hand.
final class Duty {

    final Cast cast;
    final Officer alice;
    final Officer bob;
    final Officer charlie;
    final Square square;
    final Square.Board board;
    final Square.Letter letter;
    final MovableClock clock;
    final Takedowns takedowns;
    final Records records;
    final Correcting correcting;
    final WorkersByHand workers;
    private final ApplicationContext context;
    private final Pursuit pursuit;
    private final Looking looking;
    private final Publishing publishing;

    Duty(ApplicationContext context) {
        this.context = context;
        workers = WorkersByHand.in(context);
        stopPatrol();
        cast = Cast.in(context);
        alice = cast.officer(cast.alice);
        bob = cast.officer(cast.bob);
        charlie = cast.officer(cast.charlie);
        square = context.getBean("square", Square.class);
        board = context.getBean(Square.Board.class);
        letter = context.getBean(Square.Letter.class);
        List.of(square, board, letter.way()).forEach(Square::well);
        clock = context.getBean(MovableClock.class);
        takedowns = context.getBean(Takedowns.class);
        records = context.getBean(Records.class);
        correcting = context.getBean(Correcting.class);
        pursuit = context.getBean(Pursuit.class);
        looking = context.getBean(Looking.class);
        publishing = context.getBean(Publishing.class);
    }

    private void stopPatrol() {
        var patrol = context.getBean(Patrol.class);
        context.getBean(ScheduledAnnotationBeanPostProcessor.class)
                .postProcessBeforeDestruction(patrol, Patrol.class.getName());
    }

    AccountId account(Channel channel) {
        return workers.connect(alice.unitId(), channel, "@" + channel.network());
    }

    AccountId site() {
        return context.getBean(Delivering.class).accounts(alice.unitId()).getFirst().id();
    }

    /// Approved and, should its time have come, handed to the workers.
    PublicationId approved(Planning planning, AccountId... accounts) {
        var blank = publishing.draft(alice, Kind.PREVENTION);
        var typed = blank.draft();
        var draft =
                new Draft(
                        typed.kind(),
                        "Route coupée",
                        "Route coupée à Naintré.",
                        "",
                        "fr",
                        "",
                        typed.visibility(),
                        false,
                        planning,
                        List.of(accounts),
                        typed.variants(),
                        List.of());
        var saved = publishing.save(alice, blank.id(), blank.version(), draft);
        assertThat(saved).isInstanceOf(Outcome.Saving.Saved.class);
        var version = ((Outcome.Saving.Saved) saved).publication().version();
        var submitted = publishing.submit(alice, blank.id(), version);
        assertThat(submitted).isInstanceOf(Outcome.Submission.Submitted.class);
        var hash = ((Outcome.Submission.Submitted) submitted).revision().hash();
        assertThat(context.getBean(Approving.class).approve(bob, blank.id(), hash))
                .isInstanceOf(Outcome.Verdict.Ordered.class);
        return blank.id();
    }

    /// Public on all of them.
    PublicationId published(AccountId... accounts) {
        var id = approved(Planning.NOW, accounts);
        workers.workAll();
        return id;
    }

    /// Approved and handed to the workers: it says something else from now on.
    void corrected(PublicationId id, String text) {
        assertThat(correcting.begin(alice, id)).isTrue();
        var before = records.find(alice, id);
        var typed = before.draft();
        var draft =
                new Draft(
                        typed.kind(),
                        typed.title(),
                        text,
                        typed.link(),
                        typed.language(),
                        typed.warning(),
                        typed.visibility(),
                        typed.underSeal(),
                        typed.planning(),
                        typed.accounts(),
                        typed.variants(),
                        typed.images());
        var explanation = new Explanation("Ce n’était pas la bonne route.", false, "");
        publishing.save(alice, id, before.version(), draft, explanation);
        var submitted = publishing.submit(alice, id, before.version() + 1);
        assertThat(submitted).isInstanceOf(Outcome.Submission.Submitted.class);
        var hash = ((Outcome.Submission.Submitted) submitted).revision().hash();
        assertThat(context.getBean(Approving.class).approve(bob, id, hash))
                .isInstanceOf(Outcome.Verdict.Ordered.class);
    }

    /// A draft that never went anywhere.
    PublicationId draft() {
        return publishing.draft(alice, Kind.COMMUNITY).id();
    }

    /// Another member of the unit, who only looks on.
    Officer colleague() {
        var member =
                context.getBean(Members.class)
                        .add(UUID.randomUUID() + "@tocsin.example", "Odile", Locale.FRENCH, false);
        context.getBean(Memberships.class)
                .add(cast.unit.id(), member.id(), Set.of(Role.OBSERVER, Role.AUTHOR));
        return cast.officer(member);
    }

    TakedownId takeDown(PublicationId id) {
        return takedowns.order(bob, id, Cause.MISTAKE, "fausse route").orElseThrow();
    }

    /// Everything that can be done at this moment is done.
    void work(TakedownId id) {
        workers.workAll();
        pursuit.advance(id);
        workers.workAll();
        pursuit.advance(id);
    }

    void pass(Duration time, TakedownId id) {
        clock.pass(time);
        while (looking.lookAround() > 0) {
            // one look per account at a time
        }
        work(id);
    }

    Takedown takedown(TakedownId id) {
        return takedowns.find(bob, id).orElseThrow();
    }

    List<TakedownCopy> copies(TakedownId id) {
        return takedowns.copies(takedown(id));
    }

    List<Ending> endings(TakedownId id) {
        return new ArrayList<>(copies(id).stream().map(TakedownCopy::ending).toList());
    }

    List<Entry.Word> words(TakedownId id) {
        return takedowns.entries(takedown(id)).stream().map(Entry::word).toList();
    }

    Certificate certificate(TakedownId id) {
        return new Certificate(bob.unit(), takedown(id), copies(id));
    }

    State state(PublicationId id) {
        return records.find(bob, id).state();
    }
}
