package fr.tocsin.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.tocsin.database.TocsinTest;
import fr.tocsin.delivering.Kind;
import fr.tocsin.delivering.Post;
import fr.tocsin.media.Library;
import fr.tocsin.media.Media;
import fr.tocsin.media.MediaId;
import fr.tocsin.media.Rights;
import fr.tocsin.media.Samples;
import fr.tocsin.media.Studio;
import fr.tocsin.media.Upload;
import fr.tocsin.media.moving.Reels;
import fr.tocsin.media.studio.Area;
import fr.tocsin.media.studio.Recipe;
import fr.tocsin.publishing.Checklist.Answer;
import fr.tocsin.publishing.Checklist.Question;
import fr.tocsin.publishing.Checklist.Verdict;
import fr.tocsin.publishing.Outcome.Submission;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@TocsinTest
@AutoConfigureMockMvc
@Import({TestChannels.class, TestTime.class})
class ChecklistTest {

    @Autowired private Approving approving;
    @Autowired private Checking checking;
    @Autowired private Records records;
    @Autowired private Media media;
    @Autowired private Library library;
    @Autowired private Studio studio;
    @Autowired private ApplicationContext context;
    @Autowired private JdbcClient jdbc;
    @Autowired private MovableClock clock;
    @Autowired private MockMvc mvc;

    private Desk desk;
    private MediaId picture;
    private PublicationId id;

    @BeforeEach
    void write() {
        clock.set(TestTime.NOON);
        desk = new Desk(context);
        picture = stored();
        id = desk.written(Kind.ALERT, draft -> draft.images(new Post.Image(picture, "La route")));
    }

    @Test
    void noPictureLeavesUnlooked() {
        var refused = (Submission.Refused) desk.submit(id);
        assertThat(refused.mistakes())
                .extracting(Mistake::field, Mistake::code)
                .containsExactly(tuple("images.0.check", "check-missing"));
        var draft = records.find(desk.bob, id);
        assertThat(approving.publishInEmergency(desk.bob, id, draft.version(), "feu"))
                .isInstanceOf(Submission.Refused.class);

        assertThat(checking.answer(desk.alice, id, picture, all(Verdict.NONE, ""))).isEmpty();
        assertThat(desk.submit(id)).isInstanceOf(Submission.Submitted.class);
    }

    @Test
    void theAnswersArePartOfWhatIsApproved() {
        checking.answer(desk.alice, id, picture, all(Verdict.NONE, ""));
        var first = desk.submitted(id);
        var answers = all(Verdict.NONE, "");
        answers.put(Question.PLATE, new Answer(Verdict.JUSTIFIED, "véhicule recherché", "Alice"));
        checking.answer(desk.alice, id, picture, answers);
        assertThat(desk.state(id)).isEqualTo(State.DRAFT);
        var second = desk.submitted(id);

        assertThat(second.hash()).isNotEqualTo(first.hash());
        assertThat(approving.approve(desk.bob, id, first.hash()))
                .isInstanceOf(Outcome.Verdict.Refused.class);
        assertThat(second.content().pictures().getFirst().checks())
                .contains(
                        new Content.Check(
                                Question.PLATE,
                                Verdict.JUSTIFIED,
                                "véhicule recherché",
                                desk.alice.name()));
    }

    @Test
    void asksForEveryAnswerAndForTheReason() {
        assertThat(checking.answer(desk.alice, id, picture, Map.of())).hasSize(5);
        var answers = all(Verdict.NONE, "");
        answers.put(Question.MINOR, new Answer(Verdict.JUSTIFIED, "  ", ""));
        assertThat(checking.answer(desk.alice, id, picture, answers))
                .containsExactly(Mistake.of("minor.reason", "check-reason"));
        answers.put(Question.MINOR, new Answer(Verdict.JUSTIFIED, "x".repeat(501), ""));
        assertThat(checking.answer(desk.alice, id, picture, answers)).hasSize(1);
        assertThat(checking.of(desk.alice, id)).isEmpty();
    }

    @Test
    void anotherPublicationAsksAgain() {
        checking.answer(desk.alice, id, picture, all(Verdict.JUSTIFIED, "accord écrit"));
        var other =
                desk.written(Kind.ALERT, draft -> draft.images(new Post.Image(picture, "Encore")));

        assertThat(desk.submit(other)).isInstanceOf(Submission.Refused.class);
    }

    @Test
    void anEditedPictureIsLookedAtAnew() {
        checking.answer(desk.alice, id, picture, all(Verdict.NONE, ""));
        desk.submitted(id);
        var mask = new Recipe.Mask(new Area(0, 0, 500, 500), Recipe.Cover.SOLID);
        studio.save(desk.alice, picture, new Recipe(0, null, List.of(mask), null, null));

        assertThat(desk.state(id)).isEqualTo(State.DRAFT);
        assertThat(records.find(desk.alice, id).draft().images().getFirst().media())
                .isNotEqualTo(picture);
        assertThat(desk.submit(id)).isInstanceOf(Submission.Refused.class);
    }

    @Test
    void whatIsPublicAlreadyIsNotKeptApart() {
        checking.answer(desk.alice, id, picture, all(Verdict.NONE, ""));
        approving.approve(desk.bob, id, desk.submitted(id).hash());
        var mask = new Recipe.Mask(new Area(0, 0, 500, 500), Recipe.Cover.SOLID);
        var edited =
                studio.save(desk.alice, picture, new Recipe(0, null, List.of(mask), null, null))
                        .orElseThrow();

        assertThat(edited.released()).isTrue();
        assertThat(media.view(desk.alice.unitId(), picture)).isPresent();
        assertThat(records.find(desk.alice, id).draft().images().getFirst().media())
                .isEqualTo(picture);
    }

    @Test
    void whoAnswersIsAnAuthorAndApprovesNothing() {
        checking.answer(desk.bob, id, picture, all(Verdict.NONE, ""));

        assertThat(approving.approve(desk.bob, id, desk.submitted(id).hash()))
                .isInstanceOf(Outcome.Verdict.Refused.class);
    }

    @Test
    void aPictureWhoseLastDayHasPassedLeavesNoMore() {
        checking.answer(desk.alice, id, picture, all(Verdict.NONE, ""));
        var today = LocalDate.ofInstant(TestTime.NOON, Planning.ZONE);
        library.record(desk.alice.unitId(), picture, "", expiring(today.minusDays(1)));
        var refused = (Submission.Refused) desk.submit(id);
        assertThat(refused.mistakes())
                .containsExactly(Mistake.of("images", "picture-expired", 1, today.minusDays(1)));

        library.record(desk.alice.unitId(), picture, "", expiring(today));
        var revision = desk.submitted(id);
        clock.set(TestTime.NOON.plus(Duration.ofDays(1)));
        assertThat(approving.approve(desk.bob, id, revision.hash()))
                .isInstanceOf(Outcome.Verdict.Refused.class);
    }

    @Test
    void aPictureIsTakenFromTheLibrary() throws Exception {
        var other = desk.written(Kind.ALERT, draft -> draft.images());
        var path = desk.cast.desk("/publications/" + other + "/pictures/library");
        mvc.perform(get(path).with(desk.cast.alice())).andExpect(status().isOk());
        mvc.perform(
                        post(path)
                                .param("picture", picture.toString())
                                .with(desk.cast.alice())
                                .with(csrf()))
                .andExpect(status().isSeeOther());
        assertThat(records.find(desk.alice, other).draft().images())
                .extracting(Post.Image::media)
                .containsExactly(picture);
        assertThat(library.places(desk.alice.unitId(), picture)).hasSize(2);
        assertThat(library.places(desk.charlie.unitId(), picture)).isEmpty();
        mvc.perform(
                        post(path)
                                .param("picture", MediaId.random().toString())
                                .with(desk.cast.alice())
                                .with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(get(path).with(desk.cast.charlie())).andExpect(status().isNotFound());
        mvc.perform(
                        post(path)
                                .param("picture", picture.toString())
                                .with(desk.cast.charlie())
                                .with(csrf()))
                .andExpect(status().isNotFound());
    }

    @Test
    void aVideoGoesAloneAndOnlyWhereItIsTaken() {
        var video = stored("ronde.mp4", Reels.mp4(5));
        var both =
                desk.written(
                        Kind.ALERT,
                        draft ->
                                draft.images(
                                        new Post.Image(video, "Une ronde"),
                                        new Post.Image(picture, "La route")));
        checking.answer(desk.alice, both, video, all(Verdict.NONE, ""));
        checking.answer(desk.alice, both, picture, all(Verdict.NONE, ""));
        assertThat(((Submission.Refused) desk.submit(both)).mistakes())
                .extracting(Mistake::code)
                .containsExactly("video-alone", "video-network");

        var site = desk.connect("site", "site", 20_000);
        var alone =
                desk.written(
                        Kind.ALERT,
                        draft ->
                                draft.title("Ronde")
                                        .accounts(site)
                                        .images(new Post.Image(video, "Une ronde")));
        checking.answer(desk.alice, alone, video, all(Verdict.NONE, ""));
        assertThat(desk.submit(alone)).isInstanceOf(Submission.Submitted.class);
    }

    private static Rights expiring(LocalDate last) {
        return new Rights("", "", "", last);
    }

    @Test
    void theAnswersAreNeverChangedAfterwards() {
        checking.answer(desk.alice, id, picture, all(Verdict.NONE, ""));

        assertThatThrownBy(() -> jdbc.sql("UPDATE picture_check SET verdict = 'hidden'").update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void isFilledInOnItsOwnPageAndReadByTheApprover() throws Exception {
        var path = desk.cast.desk("/publications/" + id + "/pictures/" + picture + "/checklist");
        var opened =
                mvc.perform(
                                post(desk.cast.desk("/publications/" + id + "/pictures"))
                                        .param("version", "2")
                                        .param("kind", "alert")
                                        .param("language", "fr")
                                        .param("text", "Route coupée.")
                                        .param("image", picture.toString())
                                        .param("images.0.alt", "La route")
                                        .param("change", "check-0")
                                        .with(desk.cast.alice())
                                        .with(csrf()))
                        .andExpect(status().isSeeOther());
        opened.andExpect(redirectedUrl(path));
        mvc.perform(get(path).with(desk.cast.alice())).andExpect(status().isOk());
        mvc.perform(post(path).param("plate", "justified").with(desk.cast.alice()).with(csrf()))
                .andExpect(status().isUnprocessableContent());
        var answers = post(path).with(desk.cast.alice()).with(csrf());
        for (var question : List.of("minor", "handcuffs", "victim", "screen")) {
            answers.param(question, "none");
        }
        mvc.perform(answers.param("plate", "justified").param("plate.reason", "véhicule recherché"))
                .andExpect(status().isSeeOther());
        desk.changed(desk.alice, id, draft -> draft.accounts(desk.wall));
        desk.submitted(id);
        var shown =
                mvc.perform(get(desk.cast.desk("/publications/" + id)).with(desk.cast.bob()))
                        .andReturn();
        assertThat(Jsoup.parse(shown.getResponse().getContentAsString()).select("#checks").text())
                .contains("véhicule recherché", "Alice Aubry");

        mvc.perform(get(path).with(desk.cast.charlie())).andExpect(status().isNotFound());
        var foreign = path.replace(picture.toString(), MediaId.random().toString());
        mvc.perform(get(foreign).with(desk.cast.alice())).andExpect(status().isNotFound());
    }

    static EnumMap<Question, Answer> all(Verdict verdict, String reason) {
        var answers = new EnumMap<Question, Answer>(Question.class);
        for (var question : Question.values()) {
            answers.put(question, new Answer(verdict, reason, ""));
        }
        return answers;
    }

    private MediaId stored() {
        return stored("r.png", Samples.png(Samples.drawing(64, 48)));
    }

    private MediaId stored(String name, byte[] file) {
        return switch (media.store(desk.alice.unitId(), desk.cast.alice.id(), name, file)) {
            case Upload.Stored stored -> stored.item().id();
            case Upload.Refused refused -> throw new AssertionError(refused);
        };
    }
}
