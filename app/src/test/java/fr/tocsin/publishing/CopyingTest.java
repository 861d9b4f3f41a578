package fr.tocsin.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.tocsin.database.TocsinTest;
import fr.tocsin.delivering.Kind;
import fr.tocsin.publishing.Outcome.Submission;
import java.time.LocalDateTime;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

@TocsinTest
@AutoConfigureMockMvc
@Import({TestChannels.class, TestTime.class})
class CopyingTest {

    @Autowired private MockMvc mvc;
    @Autowired private Copying copying;
    @Autowired private Records records;
    @Autowired private ApplicationContext context;
    @Autowired private MovableClock clock;

    private Desk desk;

    @BeforeEach
    void meet() {
        clock.set(TestTime.NOON);
        desk = new Desk(context);
    }

    @Test
    void copiesTheWordsAndNothingThatMustBeDecidedAnew() {
        var id =
                desk.written(
                        Kind.APPEAL,
                        draft ->
                                draft.title("Témoins recherchés")
                                        .planning(
                                                Planning.at(
                                                        LocalDateTime.parse("2026-12-01T18:00"))));
        records.authorise(
                validator(), id, "Parquet", "1", "tout", java.time.LocalDate.parse("2027-01-01"));

        var copy = copying.duplicate(desk.bob, id, Lineage.Relation.AGAIN);

        assertThat(copy.state()).isEqualTo(State.DRAFT);
        assertThat(copy.draft().title()).isEqualTo("Témoins recherchés");
        assertThat(copy.draft().accounts()).containsExactly(desk.wall);
        assertThat(copy.draft().planning()).isEqualTo(Planning.NOW);
        assertThat(records.authorisation(desk.bob, copy.id())).isEmpty();
        assertThat(copy.authors()).containsOnlyKeys(desk.bob.member());
        assertThat(copying.origin(desk.bob, copy.id()).orElseThrow().id()).isEqualTo(id);
        assertThat(copying.copies(desk.bob, id)).extracting(Lineage::id).containsExactly(copy.id());
    }

    @Test
    void linksBothPages() throws Exception {
        var id = desk.written();
        var made =
                mvc.perform(
                                post(desk.cast.desk("/publications/" + id + "/copies"))
                                        .param("relation", "again")
                                        .with(csrf())
                                        .with(desk.cast.alice()))
                        .andExpect(status().isSeeOther())
                        .andReturn();
        var copy =
                String.valueOf(made.getResponse().getRedirectedUrl())
                        .replaceAll(".*/(.+)/edit", "$1");

        assertThat(links(id.toString())).contains(copy);
        assertThat(links(copy)).contains(id.toString());
    }

    @Test
    void strangersCopyNothing() throws Exception {
        var id = desk.written();
        for (var unit : new String[] {desk.cast.unit.slug(), desk.cast.elsewhere.slug()}) {
            mvc.perform(
                            post("/desk/" + unit + "/publications/" + id + "/copies")
                                    .with(csrf())
                                    .with(desk.cast.charlie()))
                    .andExpect(status().isNotFound());
        }
        assertThat(copying.copies(desk.alice, id)).isEmpty();
    }

    @Test
    void doesNotLetABlankOfATemplateOut() {
        var id = desk.written(Kind.ALERT, draft -> draft.text("Route coupée à {commune}."));

        var refused = desk.submit(id);

        assertThat(refused).isInstanceOf(Submission.Refused.class);
        assertThat(((Submission.Refused) refused).mistakes())
                .containsExactly(Mistake.of("text", "blank-left", "{commune}"));
    }

    private java.util.List<String> links(String id) throws Exception {
        var page =
                mvc.perform(get(desk.cast.desk("/publications/" + id)).with(desk.cast.alice()))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        return Jsoup.parse(page).select("main p.small a").eachAttr("href");
    }

    private fr.tocsin.units.Officer validator() {
        var member = desk.colleague("Véra", fr.tocsin.units.Role.JUDICIAL_VALIDATOR);
        return desk.cast.officer(member);
    }
}
