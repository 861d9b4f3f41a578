package fr.tocsin.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.tocsin.database.TocsinTest;
import fr.tocsin.delivering.Delivering;
import fr.tocsin.delivering.DeliveryReport;
import fr.tocsin.delivering.Kind;
import fr.tocsin.publishing.Approving;
import fr.tocsin.publishing.Outcome.Verdict;
import fr.tocsin.publishing.PublicationId;
import fr.tocsin.publishing.Publishing;
import fr.tocsin.publishing.State;
import fr.tocsin.units.Member;
import fr.tocsin.units.Members;
import fr.tocsin.units.Memberships;
import fr.tocsin.units.Role;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@TocsinTest
@AutoConfigureMockMvc
@Import(CalendarTime.class)
class MovingTest {

    @Autowired private MockMvc mvc;
    @Autowired private ApplicationContext context;
    @Autowired private CalendarTime.Hands clock;
    @Autowired private Publishing publishing;
    @Autowired private Approving approving;
    @Autowired private Delivering delivering;

    private Plans plans;

    @BeforeEach
    void meet() {
        clock.set(CalendarTime.NOON);
        plans = new Plans(context);
    }

    @Test
    void movesADraftAndComesBackToWhereItNowIs() throws Exception {
        var id = plans.draft(Kind.PREVENTION, "Fumée", "2026-11-27T18:00");

        var answer = move(plans.cast.bob, id, "2026-12-04T17:30");

        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(answer.getRedirectedUrl())
                .isEqualTo(
                        plans.cast.desk("/calendar?view=month&date=2026-11-23&kind=prevention")
                                + "#item-"
                                + id);
        assertThat(plans.local(id)).isEqualTo("2026-12-04T17:30");
        assertThat(approving.approve(plans.bob, id, plans.submitted(id).hash()))
                .as("choosing a time makes nobody an author")
                .isInstanceOf(Verdict.Ordered.class);
    }

    @Test
    void submitsAnewWhatWaitsForApproval() throws Exception {
        var id = plans.draft(Kind.PREVENTION, "Fumée", "2026-11-27T18:00");
        var read = plans.submitted(id);

        assertThat(move(plans.cast.alice, id, "2026-11-28T18:00").getStatus()).isEqualTo(303);

        assertThat(plans.publication(id).state()).isEqualTo(State.SUBMITTED);
        assertThat(approving.approve(plans.bob, id, read.hash()))
                .isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void letsOnlyAnApproverWhoDidNotWriteItMoveWhatIsApproved() throws Exception {
        var id = plans.approved(Kind.PREVENTION, "Fumée", "2026-11-27T18:00");

        var refused = move(plans.cast.alice, id, "2026-11-28T18:00");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.getContentAsString()).select(".mistakes").text())
                .contains("Son heure est validée avec elle");
        assertThat(plans.publication(id).dueAt()).isEqualTo(Instant.parse("2026-11-27T17:00:00Z"));

        assertThat(move(plans.cast.bob, id, "2026-11-28T18:00").getStatus()).isEqualTo(303);
        assertThat(plans.publication(id).dueAt()).isEqualTo(Instant.parse("2026-11-28T17:00:00Z"));
        assertThat(delivering.of(plans.alice.unitId(), id.value()))
                .filteredOn(report -> report.state() == DeliveryReport.State.WAITING)
                .extracting(DeliveryReport::dueAt)
                .containsExactly(Instant.parse("2026-11-28T17:00:00Z"));
    }

    @Test
    void neverMovesWhatHasLeft() throws Exception {
        var id = plans.approved(Kind.PREVENTION, "Fumée", "2026-11-27T18:00");
        publishing.cancel(plans.alice, id);

        var refused = move(plans.cast.bob, id, "2026-11-28T18:00");

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("Elle est déjà partie, ou abandonnée");
    }

    @Test
    void refusesThePastAndHoursThatAreNotClear() throws Exception {
        var id = plans.draft(Kind.PREVENTION, "Fumée", "2026-11-27T18:00");

        assertThat(mistake(move(plans.cast.alice, id, "2026-11-23T11:59")))
                .contains("cette heure est passée");
        assertThat(mistake(move(plans.cast.alice, id, "2027-03-28T02:30")))
                .contains("cette heure n’existe pas", "03:00");
        var twice = move(plans.cast.alice, id, "2027-10-31T02:30");
        assertThat(mistake(twice)).contains("passe deux fois");
        assertThat(page(twice).select("[name=turn]").eachAttr("value"))
                .containsExactly("first", "second");
        assertThat(mistake(move(plans.cast.alice, id, "tomorrow"))).contains("indiquez le jour");
        assertThat(plans.local(id)).isEqualTo("2026-11-27T18:00");

        var chosen = send(plans.cast.alice, id, "2027-10-31T02:30", version(id), "draft", "second");
        assertThat(chosen.getStatus()).isEqualTo(303);
        assertThat(plans.publication(id).draft().planning().instant(CalendarTime.NOON))
                .isEqualTo(Instant.parse("2027-10-31T01:30:00Z"));
    }

    @Test
    void twoPeopleNeverMoveOverEachOther() throws Exception {
        var id = plans.draft(Kind.PREVENTION, "Fumée", "2026-11-27T18:00");
        var seen = version(id);
        move(plans.cast.alice, id, "2026-11-28T18:00");

        var late = send(plans.cast.bob, id, "2026-11-29T18:00", seen, "draft", "");

        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(page(late).select("[name=version]").val()).isEqualTo("" + version(id));
        assertThat(page(late).select("[name=planned]").val()).isEqualTo("2026-11-29T18:00");
        assertThat(plans.local(id)).isEqualTo("2026-11-28T18:00");
    }

    @Test
    void neverApprovesByAMoveWhatTheMoverSawAsADraft() throws Exception {
        var id = plans.draft(Kind.PREVENTION, "Fumée", "2026-11-27T18:00");
        approving.approve(plans.bob, id, plans.submitted(id).hash());

        var late = send(plans.cast.bob, id, "2026-11-29T18:00", version(id), "draft", "");

        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(plans.publication(id).dueAt()).isEqualTo(Instant.parse("2026-11-27T17:00:00Z"));
    }

    @Test
    void warnsAfterAMoveIntoTheNight() throws Exception {
        var id = plans.draft(Kind.PREVENTION, "Fumée", "2026-11-27T18:00");

        var clashes =
                mvc.perform(
                                get(plans.cast.desk("/calendar/items/" + id + "/clashes"))
                                        .param("planned", "2026-11-27T23:10")
                                        .with(plans.cast.alice()))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();

        assertThat(Jsoup.parse(clashes).select(".cal-clash").text())
                .isEqualTo("La nuit, entre 22:00 et 07:00");
    }

    @Test
    void strangersMoveNothing() throws Exception {
        var id = plans.draft(Kind.PREVENTION, "Fumée", "2026-11-27T18:00");
        for (var path : new String[] {"/time", "/clashes"}) {
            var address = "/calendar/items/" + id + path;
            mvc.perform(get(plans.cast.desk(address)).with(plans.cast.charlie()))
                    .andExpect(status().isNotFound());
            mvc.perform(
                            get("/desk/" + plans.cast.elsewhere.slug() + address)
                                    .with(plans.cast.charlie()))
                    .andExpect(status().isNotFound());
        }
        assertThat(move(plans.cast.charlie, id, "2026-11-28T18:00").getStatus()).isEqualTo(404);
        mvc.perform(
                        post("/desk/"
                                        + plans.cast.elsewhere.slug()
                                        + "/calendar/items/"
                                        + id
                                        + "/time")
                                .param("planned", "2026-11-28T18:00")
                                .param("version", "" + version(id))
                                .with(csrf())
                                .with(plans.cast.charlie()))
                .andExpect(status().isNotFound());
        assertThat(plans.local(id)).isEqualTo("2026-11-27T18:00");
    }

    @Test
    void observersMoveNothing() throws Exception {
        var id = plans.draft(Kind.PREVENTION, "Fumée", "2026-11-27T18:00");
        var odile =
                context.getBean(Members.class)
                        .add(UUID.randomUUID() + "@tocsin.example", "Odile", Locale.FRENCH, false);
        context.getBean(Memberships.class)
                .add(plans.cast.unit.id(), odile.id(), Set.of(Role.OBSERVER));

        assertThat(move(odile, id, "2026-11-28T18:00").getStatus()).isEqualTo(403);
        assertThat(plans.local(id)).isEqualTo("2026-11-27T18:00");
    }

    private MockHttpServletResponse move(Member who, PublicationId id, String planned)
            throws Exception {
        var publication = plans.publication(id);
        var state = publication.state().name().toLowerCase(Locale.ROOT);
        return send(who, id, planned, publication.version(), state, "");
    }

    private MockHttpServletResponse send(
            Member who, PublicationId id, String planned, int version, String state, String turn)
            throws Exception {
        return mvc.perform(
                        post(plans.cast.desk("/calendar/items/" + id + "/time"))
                                .param("planned", planned)
                                .param("version", "" + version)
                                .param("state", state)
                                .param("turn", turn)
                                .param("view", "month")
                                .param("date", "2026-11-23")
                                .param("kind", "prevention")
                                .with(csrf())
                                .with(plans.cast.as(who)))
                .andReturn()
                .getResponse();
    }

    private int version(PublicationId id) {
        return plans.publication(id).version();
    }

    private static String mistake(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(422);
        return page(answer).select(".mistakes").text();
    }

    private static Document page(MockHttpServletResponse answer) throws Exception {
        return Jsoup.parse(answer.getContentAsString());
    }
}
