package fr.tocsin.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tocsin.delivering.AccountId;
import fr.tocsin.delivering.Kind;
import fr.tocsin.publishing.Outcome.Saving;
import fr.tocsin.publishing.Outcome.Submission;
import fr.tocsin.units.Cast;
import fr.tocsin.units.Member;
import fr.tocsin.units.Members;
import fr.tocsin.units.Memberships;
import fr.tocsin.units.Officer;
import fr.tocsin.units.Role;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Alice's desk: a unit with one account on the wall, and the usual first steps.
final class Desk {

    final Cast cast;
    final Officer alice;
    final Officer bob;
    final Officer charlie;
    final AccountId wall;

    private final ApplicationContext context;
    private final Publishing publishing;
    private final Records records;

    Desk(ApplicationContext context) {
        this.context = context;
        publishing = context.getBean(Publishing.class);
        records = context.getBean(Records.class);
        cast = Cast.in(context);
        alice = cast.officer(cast.alice);
        bob = cast.officer(cast.bob);
        charlie = cast.officer(cast.charlie);
        wall = connect(TestChannels.WALL, "@wall", 100);
    }

    AccountId connect(String network, String handle, int characters) {
        return new TestAccounts(context.getBean(JdbcClient.class))
                .connect(alice.unitId(), network, handle, characters);
    }

    /// Another member of Alice's unit.
    Member colleague(String name, Role... roles) {
        var member =
                context.getBean(Members.class)
                        .add(UUID.randomUUID() + "@tocsin.example", name, Locale.FRENCH, false);
        context.getBean(Memberships.class).add(cast.unit.id(), member.id(), Set.of(roles));
        return member;
    }

    PublicationId written(Kind kind, UnaryOperator<Drafts> words) {
        var blank = publishing.draft(alice, kind);
        changed(
                alice,
                blank.id(),
                draft -> words.apply(draft.text("Route coupée à Naintré.").accounts(wall)));
        return blank.id();
    }

    PublicationId written() {
        return written(Kind.ALERT, UnaryOperator.identity());
    }

    Publication changed(Officer officer, PublicationId id, UnaryOperator<Drafts> change) {
        var before = records.find(officer, id);
        var saving =
                publishing.save(
                        officer,
                        id,
                        before.version(),
                        change.apply(Drafts.of(before.draft())).draft());
        assertThat(saving).isInstanceOf(Saving.Saved.class);
        return ((Saving.Saved) saving).publication();
    }

    Submission submit(PublicationId id) {
        return publishing.submit(alice, id, records.find(alice, id).version());
    }

    Revision submitted(PublicationId id) {
        var submission = submit(id);
        assertThat(submission).isInstanceOf(Submission.Submitted.class);
        return ((Submission.Submitted) submission).revision();
    }

    State state(PublicationId id) {
        return records.find(alice, id).state();
    }
}
