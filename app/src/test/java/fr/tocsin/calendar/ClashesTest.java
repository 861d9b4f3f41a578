package fr.tocsin.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.tocsin.database.TocsinTest;
import fr.tocsin.delivering.Kind;
import fr.tocsin.publishing.PublicationId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@TocsinTest
@AutoConfigureMockMvc
@Import(CalendarTime.class)
class ClashesTest {

    @Autowired private MockMvc mvc;
    @Autowired private Calendar calendar;
    @Autowired private Silence silence;
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
    void twoOnOneAccountWithinTheGapWarnBoth() {
        var first = plans.draft(Kind.PREVENTION, "Un", "2026-11-27T18:00");
        var second = plans.draft(Kind.COMMUNITY, "Deux", "2026-11-27T18:29");
        var third = plans.draft(Kind.COMMUNITY, "Trois", "2026-11-27T18:59");

        var found = found();

        assertThat(found.get(first)).containsExactly(close(first, second, "Deux"));
        assertThat(found.get(second)).containsExactly(close(second, first, "Un"));
        assertThat(found.get(third)).as("thirty minutes are enough").isEmpty();
    }

    @Test
    void whatHasLeftWarnsTheOtherOnly() {
        var gone = plans.draft(Kind.PREVENTION, "Partie", "2026-11-27T18:00");
        jdbc.sql(
                        "UPDATE publication SET state = 'published', due_at = '2026-11-27T17:00:00Z' WHERE id = :id")
                .param("id", gone.value())
                .update();
        var next = plans.draft(Kind.COMMUNITY, "Suite", "2026-11-27T18:05");

        assertThat(found().get(gone)).isEmpty();
        assertThat(found().get(next)).hasSize(1);
    }

    @Test
    void theNightIsTheUnitsOwn() {
        var late = plans.draft(Kind.PREVENTION, "Tard", "2026-11-27T22:00");
        var early = plans.draft(Kind.PREVENTION, "Tôt", "2026-11-28T06:59");
        var day = plans.draft(Kind.PREVENTION, "Jour", "2026-11-27T07:00");

        assertThat(found().get(late)).hasSize(1);
        assertThat(found().get(early)).hasSize(1);
        assertThat(found().get(day)).isEmpty();

        silence.set(plans.bob, new Precautions(0, LocalTime.of(1, 0), LocalTime.of(7, 30)));
        assertThat(found().get(late)).isEmpty();
        assertThat(found().get(day)).hasSize(1);
    }

    @Test
    void mourningIsShownOnItsDayAndForgottenAgain() throws Exception {
        var id = plans.draft(Kind.COMMUNITY, "Fête", "2026-11-27T18:00");
        mvc.perform(
                        post(plans.cast.desk("/calendar/silence/days"))
                                .param("day", "2026-11-27")
                                .param("name", "Adjudant Roux")
                                .param("national", "true")
                                .with(csrf())
                                .with(plans.cast.bob()))
                .andExpect(status().isSeeOther());

        assertThat(found().get(id)).containsExactly(new Clash.InMourning("Adjudant Roux"));

        var day = silence.mourning(plans.bob).getFirst();
        mvc.perform(
                        post(plans.cast.desk("/calendar/silence/days/" + day.id() + "/removal"))
                                .with(csrf())
                                .with(plans.cast.bob()))
                .andExpect(status().isSeeOther());
        assertThat(found().get(id)).isEmpty();
    }

    @Test
    void refusesWhatIsNoHourAndNoDay() throws Exception {
        mvc.perform(
                        post(plans.cast.desk("/calendar/silence"))
                                .param("gap", "-1")
                                .param("nightFrom", "25:00")
                                .with(csrf())
                                .with(plans.cast.bob()))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(
                        post(plans.cast.desk("/calendar/silence/days"))
                                .param("day", "2026-02-30")
                                .with(csrf())
                                .with(plans.cast.bob()))
                .andExpect(status().isUnprocessableContent());
        assertThat(silence.precautions(plans.bob)).isEqualTo(Precautions.USUAL);
    }

    @Test
    void onlyApproversAndAdministratorsSetItAndStrangersSeeNothing() throws Exception {
        silence.mourn(plans.bob, LocalDate.parse("2026-11-27"), "Nom", false);
        var day = silence.mourning(plans.bob).getFirst().id();
        mvc.perform(get(plans.cast.desk("/calendar/silence")).with(plans.cast.alice()))
                .andExpect(status().isOk());
        mvc.perform(get(plans.cast.desk("/calendar/silence")).with(plans.cast.charlie()))
                .andExpect(status().isNotFound());
        for (var path : List.of("", "/days", "/days/" + day + "/removal")) {
            var form =
                    post(plans.cast.desk("/calendar/silence" + path))
                            .param("gap", "5")
                            .param("nightFrom", "22:00")
                            .param("nightTo", "06:00")
                            .param("day", "2026-12-01")
                            .param("name", "Autre")
                            .with(csrf());
            mvc.perform(form.with(plans.cast.alice())).andExpect(status().isForbidden());
            mvc.perform(form.with(plans.cast.charlie())).andExpect(status().isNotFound());
        }
        mvc.perform(
                        post("/desk/"
                                        + plans.cast.elsewhere.slug()
                                        + "/calendar/silence/days/"
                                        + day
                                        + "/removal")
                                .with(csrf())
                                .with(plans.cast.charlie()))
                .andExpect(status().isNotFound());
        assertThat(silence.mourning(plans.bob)).hasSize(1);
    }

    private Clash close(PublicationId one, PublicationId other, String heading) {
        var account = plans.publication(one).draft().accounts().getFirst();
        return new Clash.Close(account, other, heading, 29);
    }

    private Map<PublicationId, List<Clash>> found() {
        var days = Wanted.everything(LocalDate.parse("2026-11-26"), LocalDate.parse("2026-11-29"));
        return calendar.sheet(plans.alice, days).items().stream()
                .collect(Collectors.toMap(item -> item.planned().id(), Item::clashes));
    }
}
