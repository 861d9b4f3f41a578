package fr.tocsin.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.tocsin.database.TocsinTest;
import fr.tocsin.delivering.Kind;
import fr.tocsin.templates.Templates;
import fr.tocsin.templates.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@TocsinTest
@AutoConfigureMockMvc
@Import(CalendarTime.class)
class SlotsTest {

    private static final LocalDate FRIDAY = LocalDate.parse("2026-11-27");

    @Autowired private MockMvc mvc;
    @Autowired private Slots slots;
    @Autowired private Calendar calendar;
    @Autowired private Templates templates;
    @Autowired private ApplicationContext context;
    @Autowired private CalendarTime.Hands clock;

    private Plans plans;

    @BeforeEach
    void meet() {
        clock.set(CalendarTime.NOON);
        plans = new Plans(context);
    }

    @Test
    void oneClickMakesADraftPlannedThere() throws Exception {
        templates.add(
                plans.alice,
                new Wording(Kind.PREVENTION, "Conseil", "{conseil}", "Un texte.", "", "fr"));
        var template = templates.list(plans.alice).getFirst().id().toString();
        var id = added(template);

        assertThat(openings()).containsExactly(FRIDAY, FRIDAY.plusWeeks(1));
        var answer = fill(id, FRIDAY, plans.cast.alice());

        assertThat(answer.getStatus()).isEqualTo(303);
        var draft = String.valueOf(answer.getRedirectedUrl()).replaceAll(".*/(.+)/edit", "$1");
        var publication =
                plans.publication(new fr.tocsin.publishing.PublicationId(UUID.fromString(draft)));
        assertThat(publication.draft().title()).isEqualTo("{conseil}");
        assertThat(publication.draft().planning().local()).isEqualTo("2026-11-27T18:00");
        assertThat(openings()).containsExactly(FRIDAY.plusWeeks(1));

        var again = fill(id, FRIDAY, plans.cast.bob());
        assertThat(again.getRedirectedUrl()).contains("/calendar?");
        assertThat(items()).hasSize(1);
    }

    @Test
    void isNotOverAPublicationAlreadyThere() throws Exception {
        added("");
        plans.draft(Kind.COMMUNITY, "Autre genre, trop près", "2026-11-27T17:45");
        assertThat(openings()).containsExactly(FRIDAY.plusWeeks(1));
        plans.draft(Kind.PREVENTION, "Même genre, même jour", "2026-12-04T09:00");
        assertThat(openings()).isEmpty();
    }

    @Test
    void doesNotComeOnAnException() throws Exception {
        var id = added("");
        send("/" + id + "/exceptions", form -> form.param("day", FRIDAY.toString()));
        assertThat(openings()).containsExactly(FRIDAY.plusWeeks(1));
        send("/" + id + "/exceptions/removal", form -> form.param("day", FRIDAY.toString()));
        assertThat(openings()).contains(FRIDAY);
    }

    @Test
    void isNeverInThePast() throws Exception {
        var id = added("");
        assertThat(fill(id, LocalDate.parse("2026-11-20"), plans.cast.alice()).getRedirectedUrl())
                .contains("/calendar?");
        assertThat(items()).isEmpty();
    }

    @Test
    void refusesARuleThatNeverComes() throws Exception {
        assertThat(
                        send("", form -> form.param("name", "Rien").param("starts", "2026-11-01"))
                                .getStatus())
                .isEqualTo(422);
        assertThat(slots.list(plans.alice)).isEmpty();
    }

    @Test
    void strangersFindNothing() throws Exception {
        var id = added("");
        mvc.perform(get(plans.cast.desk("/calendar/slots")).with(plans.cast.charlie()))
                .andExpect(status().isNotFound());
        for (var path :
                List.of(
                        "",
                        "/" + id + "/removal",
                        "/" + id + "/exceptions",
                        "/" + id + "/exceptions/removal",
                        "/" + id + "/drafts")) {
            for (var unit : List.of(plans.cast.unit.slug(), plans.cast.elsewhere.slug())) {
                if (path.isEmpty() && unit.equals(plans.cast.elsewhere.slug())) {
                    continue;
                }
                mvc.perform(
                                post("/desk/" + unit + "/calendar/slots" + path)
                                        .param("day", FRIDAY.toString())
                                        .with(csrf())
                                        .with(plans.cast.charlie()))
                        .andExpect(status().isNotFound());
            }
        }
        assertThat(openings()).contains(FRIDAY);
    }

    private UUID added(String template) throws Exception {
        var answer =
                send(
                        "",
                        form ->
                                form.param("name", "Conseil du vendredi")
                                        .param("kind", "prevention")
                                        .param("template", template)
                                        .param("frequency", "weekly")
                                        .param("every", "1")
                                        .param("weekdays", "5")
                                        .param("at", "18:00")
                                        .param("starts", "2026-11-01"));
        assertThat(answer.getStatus()).isEqualTo(303);
        return slots.list(plans.alice).getFirst().id();
    }

    private MockHttpServletResponse fill(UUID id, LocalDate day, RequestPostProcessor who)
            throws Exception {
        return mvc.perform(
                        post(plans.cast.desk("/calendar/slots/" + id + "/drafts"))
                                .param("day", day.toString())
                                .with(csrf())
                                .with(who))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse send(
            String path, java.util.function.UnaryOperator<MockHttpServletRequestBuilder> fields)
            throws Exception {
        return mvc.perform(
                        fields.apply(post(plans.cast.desk("/calendar/slots" + path)))
                                .with(csrf())
                                .with(plans.cast.alice()))
                .andReturn()
                .getResponse();
    }

    private List<LocalDate> openings() {
        return sheet().openings().stream().map(Opening::day).toList();
    }

    private List<Item> items() {
        return sheet().items();
    }

    private Sheet sheet() {
        return calendar.sheet(
                plans.alice, Wanted.everything(LocalDate.parse("2026-11-16"), FRIDAY.plusWeeks(2)));
    }
}
