package fr.tocsin.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.tocsin.database.TocsinTest;
import fr.tocsin.delivering.Kind;
import fr.tocsin.publishing.Agenda;
import fr.tocsin.publishing.Planning;
import fr.tocsin.publishing.State;
import fr.tocsin.units.Memberships;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@TocsinTest
@AutoConfigureMockMvc
@Import(CalendarTime.class)
class FeedsTest {

    private static final String TITLE =
            "Détecteurs, fumée ; \\ chaque étage : été comme hiver, à Châtellerault, Naintré et Scorbé-Clairvaux";

    @Autowired private MockMvc mvc;
    @Autowired private Feeds feeds;
    @Autowired private Agenda agenda;
    @Autowired private JdbcClient jdbc;
    @Autowired private ApplicationContext context;
    @Autowired private CalendarTime.Hands clock;

    private Plans plans;

    @BeforeEach
    void meet() {
        clock.set(CalendarTime.NOON);
        plans = new Plans(context);
    }

    @Test
    void isReadByACalendarProgramWithoutASession() throws Exception {
        var id = plans.draft(Kind.PREVENTION, TITLE, "2026-11-27T18:00");
        plans.approved(Kind.COMMUNITY, "Portes ouvertes", "2026-11-28T10:00");

        var answer = read(address());
        var text = answer.getContentAsString(StandardCharsets.UTF_8);

        assertThat(answer.getContentType()).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(answer.getHeader("Set-Cookie")).isNull();
        assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(text.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                                .isLessThanOrEqualTo(75));
        var calendar = new CalendarBuilder().build(new StringReader(text));
        assertThat(calendar.validate(true).getEntries()).isEmpty();
        var events = calendar.<VEvent>getComponents("VEVENT");
        assertThat(events).hasSize(2);
        var event = events.getFirst();
        assertThat(event.getSummary().getValue()).isEqualTo(TITLE);
        assertThat(event.getUid().orElseThrow().getValue()).isEqualTo(id.toString());
        assertThat(Instant.from(event.getDateTimeStart().getDate()))
                .isEqualTo(Instant.parse("2026-11-27T17:00:00Z"));
        assertThat(event.getStatus().getValue()).isEqualTo("TENTATIVE");
        assertThat(events.getLast().getStatus().getValue()).isEqualTo("CONFIRMED");
        assertThat(text).doesNotContain("Un texte pour le public");
    }

    @Test
    void neverTellsHowAnUntitledDraftBegins() throws Exception {
        plans.draft(Kind.ALERT, "", "2026-11-27T18:00");

        assertThat(read(address()).getContentAsString(StandardCharsets.UTF_8))
                .contains("BEGIN:VEVENT")
                .doesNotContain("Un texte");
    }

    @Test
    void keepsItsUidAndCountsItsChanges() throws Exception {
        var id = plans.draft(Kind.PREVENTION, "Fumée", "2026-11-27T18:00");
        var address = address();
        var before = event(address);
        agenda.move(
                plans.alice,
                id,
                plans.publication(id).version(),
                State.DRAFT,
                Planning.at(LocalDateTime.parse("2026-11-28T18:00")));

        var after = event(address);

        assertThat(after.getUid()).isEqualTo(before.getUid());
        assertThat(after.getSequence().getSequenceNo())
                .isGreaterThan(before.getSequence().getSequenceNo());
    }

    @Test
    void goesStraightThroughTheHourThatComesTwice() throws Exception {
        clock.set(Instant.parse("2026-10-20T10:00:00Z"));
        for (var turn : Planning.Turn.values()) {
            plans.draft(
                    Kind.COMMUNITY,
                    turn.name(),
                    new Planning(LocalDateTime.parse("2026-10-25T02:30"), turn));
        }

        assertThat(read(address()).getContentAsString())
                .contains("DTSTART:20261025T003000Z", "DTSTART:20261025T013000Z");
    }

    @Test
    void answersNoMoreWhenRevoked() throws Exception {
        var address = address();
        assertThat(read(address).getStatus()).isEqualTo(200);

        mvc.perform(
                        post(plans.cast.desk("/calendar/feeds/" + only().id() + "/revocation"))
                                .with(csrf())
                                .with(plans.cast.alice()))
                .andExpect(status().isSeeOther());

        assertThat(read(address).getStatus()).isEqualTo(404);
    }

    @Test
    void answersNoMoreWhenItsMemberLeft() throws Exception {
        var address = address();
        context.getBean(Memberships.class).remove(plans.bob, plans.cast.alice.id());

        assertThat(read(address).getStatus()).isEqualTo(404);
    }

    @Test
    void keepsOnlyAHashOfTheSecret() throws Exception {
        var secret = address().replaceAll(".*/calendar/(.+)\\.ics", "$1");

        var rows =
                jdbc.sql("SELECT calendar_feed::text FROM calendar_feed")
                        .query(String.class)
                        .list();

        assertThat(secret).hasSize(43);
        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(secret));
    }

    @Test
    void strangersOpenAndRevokeNothing() throws Exception {
        var address = address();
        var id = only().id();
        mvc.perform(get(plans.cast.desk("/calendar/feeds")).with(plans.cast.charlie()))
                .andExpect(status().isNotFound());
        mvc.perform(
                        post(plans.cast.desk("/calendar/feeds"))
                                .param("name", "Volé")
                                .with(csrf())
                                .with(plans.cast.charlie()))
                .andExpect(status().isNotFound());
        for (var unit : List.of(plans.cast.unit.slug(), plans.cast.elsewhere.slug())) {
            mvc.perform(
                            post("/desk/" + unit + "/calendar/feeds/" + id + "/revocation")
                                    .with(csrf())
                                    .with(plans.cast.charlie()))
                    .andExpect(status().isNotFound());
        }
        assertThat(read(address).getStatus()).isEqualTo(200);
        assertThat(read("/calendar/" + "A".repeat(43) + ".ics").getStatus()).isEqualTo(404);
        assertThat(read("/calendar/short.ics").getStatus()).isEqualTo(404);
    }

    private Feed only() {
        return feeds.list(plans.alice).getFirst();
    }

    private VEvent event(String address) throws Exception {
        var calendar =
                new CalendarBuilder().build(new StringReader(read(address).getContentAsString()));
        return calendar.<VEvent>getComponents("VEVENT").getFirst();
    }

    /// Opens an address for Alice as she does.
    private String address() throws Exception {
        var page =
                mvc.perform(
                                post(plans.cast.desk("/calendar/feeds"))
                                        .param("name", "Téléphone")
                                        .with(csrf())
                                        .with(plans.cast.alice()))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
        return Jsoup.parse(page).select("#feed").text();
    }

    private MockHttpServletResponse read(String address) throws Exception {
        return mvc.perform(get(URI.create(address).getPath())).andReturn().getResponse();
    }
}
