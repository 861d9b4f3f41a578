package fr.tocsin.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.tocsin.database.TocsinTest;
import fr.tocsin.delivering.AccountId;
import fr.tocsin.delivering.Kind;
import fr.tocsin.delivering.Post;
import fr.tocsin.media.MediaId;
import fr.tocsin.publishing.Outcome.Saving;
import fr.tocsin.publishing.Outcome.Submission;
import fr.tocsin.units.Role;
import fr.tocsin.units.RoleMissing;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
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
    @Autowired private Records records;
    @Autowired private ApplicationContext context;
    @Autowired private JdbcClient jdbc;
    @Autowired private MovableClock clock;

    private Desk desk;

    @BeforeEach
    void meet() {
        clock.set(TestTime.NOON);
        desk = new Desk(context);
    }

    @Test
    void addressesANewDraftToEveryConnectedAccount() {
        var second = desk.connect(TestChannels.WALL, "@second", 100);
        var draft = publishing.draft(desk.alice, Kind.ALERT);

        assertThat(draft.draft().accounts()).contains(desk.wall, second);
        assertThat(draft.state()).isEqualTo(State.DRAFT);
    }

    @Test
    void remembersTheAccountsChosenLastForTheKind() {
        var second = desk.connect(TestChannels.WALL, "@second", 100);
        desk.submitted(desk.written(Kind.COMMUNITY, draft -> draft.accounts(second)));

        assertThat(publishing.draft(desk.alice, Kind.COMMUNITY).draft().accounts())
                .containsExactly(second);
        assertThat(publishing.draft(desk.alice, Kind.ALERT).draft().accounts())
                .contains(desk.wall, second);
    }

    @Test
    void neverOverwritesWhatSomebodyElseSaved() {
        var id = desk.written();
        var seen = records.find(desk.alice, id);
        desk.changed(desk.bob, id, draft -> draft.text("Bob écrit."));

        var saving =
                publishing.save(
                        desk.alice,
                        id,
                        seen.version(),
                        Drafts.of(seen.draft()).text("Alice écrit.").draft());

        assertThat(saving).isInstanceOf(Saving.Conflict.class);
        assertThat(((Saving.Conflict) saving).current().draft().text()).isEqualTo("Bob écrit.");
        assertThat(records.find(desk.alice, id).draft().text()).isEqualTo("Bob écrit.");
    }

    @Test
    void savingWhatIsThereAlreadyChangesNothing() {
        var id = desk.written();
        desk.submitted(id);
        var there = records.find(desk.alice, id);

        var saving = publishing.save(desk.bob, id, 1, there.draft());

        assertThat(saving).isEqualTo(new Saving.Saved(there, false));
        assertThat(desk.state(id)).isEqualTo(State.SUBMITTED);
        assertThat(records.find(desk.alice, id).authors()).hasSize(1);
    }

    @Test
    void asksForEverythingThatIsMissing() {
        var blank = publishing.draft(desk.alice, Kind.ALERT);
        desk.changed(
                desk.alice,
                blank.id(),
                draft ->
                        draft.link("pas une adresse")
                                .accounts(AccountId.random())
                                .planning(Planning.at(LocalDateTime.of(2026, 11, 23, 11, 59))));

        assertThat(codes(desk.submit(blank.id())))
                .containsExactly("text-missing", "link-invalid", "account-gone", "planned-past");
    }

    @Test
    void asksForATitleOnlyWhereOneIsShown() {
        assertThat(desk.submit(desk.written())).isInstanceOf(Submission.Submitted.class);
        var gazette = desk.connect(TestChannels.GAZETTE, "gazette", 20_000);
        var id = desk.written(Kind.ALERT, draft -> draft.accounts(desk.wall, gazette));

        assertThat(codes(desk.submit(id))).containsExactly("title-missing");
    }

    @Test
    void asksForAnAccount() {
        var id = desk.written(Kind.ALERT, Drafts::accounts);

        assertThat(codes(desk.submit(id))).containsExactly("accounts-missing");
    }

    @Test
    void namesTheNetworkWhoseVariantIsEmpty() {
        var id = desk.written(Kind.ALERT, draft -> draft.variants(Map.of("wall", " ")));
        var refused = (Submission.Refused) desk.submit(id);

        assertThat(refused.mistakes().getFirst().field()).isEqualTo("variant.wall");
    }

    @Test
    void cutsALongTextIntoTheThreadThatWillBeSent() {
        var text = "Une phrase courte et claire. ".repeat(10).strip();
        var revision = desk.submitted(desk.written(Kind.ALERT, draft -> draft.text(text)));
        var parts = revision.content().editions().getFirst().post().parts();

        assertThat(parts).hasSizeGreaterThan(2);
        assertThat(parts).allMatch(part -> part.text().length() <= 100);
        var previewed =
                publishing.preview(
                        desk.alice, records.find(desk.alice, revision.publication()).draft());
        assertThat(previewed.getFirst().parts())
                .extracting(Preview.Part::text)
                .containsExactlyElementsOf(parts.stream().map(Post.Part::text).toList());
    }

    @Test
    void neverCutsAnArticle() {
        var gazette = desk.connect(TestChannels.GAZETTE, "gazette", 20_000);
        var text = "Une phrase.\n---\n" + "mot ".repeat(900).strip();
        var id =
                desk.written(
                        Kind.ALERT, draft -> draft.title("Titre").text(text).accounts(gazette));
        var editions = desk.submitted(id).content().editions();

        assertThat(editions)
                .filteredOn(edition -> edition.network().id().equals(TestChannels.GAZETTE))
                .singleElement()
                .satisfies(edition -> assertThat(edition.post().parts()).hasSize(1));
    }

    @Test
    void addsTheLinkUnlessTheTextHasIt() {
        var link = "https://www.vienne.gouv.fr/feux";
        var added = desk.submitted(desk.written(Kind.ALERT, draft -> draft.link(link)));
        var there =
                desk.submitted(
                        desk.written(
                                Kind.ALERT, draft -> draft.text("Voir " + link + " !").link(link)));

        assertThat(firstPart(added)).isEqualTo("Route coupée à Naintré.\n\n" + link);
        assertThat(firstPart(there)).isEqualTo("Voir " + link + " !");
    }

    @Test
    void refusesAnAppealWithoutJusticesWord() {
        var id = desk.written(Kind.APPEAL, UnaryOperator.identity());
        assertThat(codes(desk.submit(id))).containsExactly("authorisation-missing");
        var judge = desk.colleague("Jeanne Juge", Role.JUDICIAL_VALIDATOR);

        assertThat(
                        records.authorise(
                                desk.cast.officer(judge),
                                id,
                                "M. le procureur de Poitiers",
                                "PV 2026/118",
                                "Photo et prénom",
                                TestTime.NOON.atZone(Planning.ZONE).toLocalDate()))
                .isEmpty();

        assertThat(desk.submit(id)).isInstanceOf(Submission.Submitted.class);
    }

    @Test
    void asksForJusticesWordForPropertyUnderSeal() {
        var open = desk.written(Kind.PROPERTY, UnaryOperator.identity());
        var sealed = desk.written(Kind.PROPERTY, draft -> draft.with("underSeal", true));

        assertThat(desk.submit(open)).isInstanceOf(Submission.Submitted.class);
        assertThat(codes(desk.submit(sealed))).containsExactly("authorisation-missing");
    }

    @Test
    void onlyAJudicialValidatorRecordsJusticesWord() {
        var id = desk.written(Kind.APPEAL, UnaryOperator.identity());
        var day = TestTime.NOON.atZone(Planning.ZONE).toLocalDate();

        assertThatThrownBy(() -> records.authorise(desk.bob, id, "M.", "1", "tout", day))
                .isInstanceOf(RoleMissing.class);
    }

    @Test
    void forgetsPicturesThatAreNotTheUnits() {
        var id =
                desk.written(
                        Kind.ALERT,
                        draft -> draft.images(new Post.Image(MediaId.random(), "volée")));

        assertThat(records.find(desk.alice, id).draft().images()).isEmpty();
    }

    @Test
    void showsStrangersNothing() {
        var id = desk.written();

        assertThatThrownBy(() -> records.find(desk.charlie, id))
                .isInstanceOf(NoSuchPublication.class);
        assertThatThrownBy(() -> publishing.submit(desk.charlie, id, 2))
                .isInstanceOf(NoSuchPublication.class);
        assertThat(records.search(desk.charlie, Search.ALL).publications()).isEmpty();
        assertThat(records.timeline(desk.charlie, id)).isEmpty();
    }

    @Test
    void letsObserversReadAndGuestsNothing() {
        var id = desk.written();
        var observer = desk.cast.officer(desk.colleague("Odile", Role.OBSERVER));
        var guest = desk.cast.officer(desk.colleague("Guy", Role.GUEST_VOLUNTEER));

        assertThat(records.find(observer, id).draft().text()).isEqualTo("Route coupée à Naintré.");
        assertThatThrownBy(() -> publishing.draft(observer, Kind.ALERT))
                .isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() -> records.find(guest, id)).isInstanceOf(RoleMissing.class);
    }

    @Test
    void findsByKindStateAndWords() {
        var alert = desk.written(Kind.ALERT, draft -> draft.text("Crue de la Vienne à 100 %"));
        desk.written(Kind.COMMUNITY, draft -> draft.text("Portes ouvertes"));
        desk.submitted(alert);

        assertThat(found("100 %", Kind.ALERT, State.SUBMITTED)).containsExactly(alert);
        assertThat(found("100 %", Kind.COMMUNITY, State.SUBMITTED)).isEmpty();
        assertThat(found("crue", Kind.ALERT, State.DRAFT)).isEmpty();
    }

    @Test
    void seesWhoElseIsHere() {
        var id = desk.written();
        publishing.here(desk.bob, id);

        assertThat(publishing.here(desk.alice, id).others()).containsExactly("Bob Bernard");
        clock.pass(Presences.GONE_AFTER);
        assertThat(publishing.here(desk.alice, id).others()).isEmpty();
    }

    @Test
    void keepsATimelineThatNobodyCanChange() {
        var id = desk.written();

        assertThat(records.timeline(desk.alice, id)).extracting(Entry::act).contains(Act.CREATED);
        for (var change :
                new String[] {
                    "UPDATE timeline SET detail = 'autre'",
                    "DELETE FROM timeline",
                    "DELETE FROM unit"
                }) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).hasMessageContaining("append-only");
        }
    }

    private List<PublicationId> found(String words, Kind kind, State state) {
        return records
                .search(desk.alice, new Search(Set.of(state), kind, words, 1))
                .publications()
                .stream()
                .map(Listed::id)
                .toList();
    }

    private static String firstPart(Revision revision) {
        return revision.content().editions().getFirst().post().parts().getFirst().text();
    }

    private static List<String> codes(Submission submission) {
        assertThat(submission).isInstanceOf(Submission.Refused.class);
        return ((Submission.Refused) submission).mistakes().stream().map(Mistake::code).toList();
    }
}
