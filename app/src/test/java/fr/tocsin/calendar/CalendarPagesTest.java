package fr.tocsin.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.tocsin.database.TocsinTest;
import fr.tocsin.delivering.Kind;
import fr.tocsin.publishing.Planning;
import java.time.LocalDateTime;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;

@TocsinTest
@AutoConfigureMockMvc
@Import(CalendarTime.class)
class CalendarPagesTest {

    @Autowired private MockMvc mvc;
    @Autowired private ApplicationContext context;
    @Autowired private CalendarTime.Hands clock;

    private Plans plans;

    @BeforeEach
    void meet() {
        clock.set(CalendarTime.NOON);
        plans = new Plans(context);
    }

    @Test
    void showsAMonthAsATableWithNamedDays() throws Exception {
        var id = plans.draft(Kind.PREVENTION, "Détecteurs de fumée", "2026-11-27T18:00");

        var page = page("?date=2026-11-03");

        assertThat(page.select("table.cal thead th[scope=col]").eachText())
                .startsWith("lundi")
                .hasSize(7);
        assertThat(page.select("td[data-day=2026-11-27] #item-" + id).text())
                .contains("Prévention", "18:00", "Détecteurs de fumée", "Brouillon");
        assertThat(page.select("td[data-day]")).hasSize(42);
        assertThat(page.select("td.today").attr("data-day")).isEqualTo("2026-11-23");
    }

    @Test
    void filtersByKindAndChannelInTheAddress() throws Exception {
        plans.draft(Kind.PREVENTION, "Fumée", "2026-11-27T18:00");
        plans.draft(Kind.COMMUNITY, "Portes ouvertes", "2026-11-28T18:00");

        assertThat(
                        page("?view=list&date=2026-11-01&kind=community")
                                .select(".cal-heading")
                                .eachText())
                .containsExactly("Portes ouvertes");
        assertThat(page("?view=list&date=2026-11-01&channel=site").select(".cal-heading"))
                .hasSize(2);
        assertThat(page("?view=list&date=2026-11-01&channel=mastodon").select(".cal-heading"))
                .isEmpty();
    }

    @Test
    void putsAnHourThatComesTwiceOnItsDayAndNamesTheTurn() throws Exception {
        clock.set(java.time.Instant.parse("2026-10-01T10:00:00Z"));
        var twice = LocalDateTime.parse("2026-10-25T02:30");
        plans.draft(Kind.COMMUNITY, "Second", new Planning(twice, Planning.Turn.SECOND));
        plans.draft(Kind.COMMUNITY, "First", new Planning(twice, Planning.Turn.FIRST));
        plans.draft(Kind.COMMUNITY, "Last minute", "2026-10-25T23:59");

        var week = page("?view=week&date=2026-10-20");

        assertThat(week.select("td[data-day=2026-10-25][data-hour=2] .cal-heading").eachText())
                .containsExactly("First", "Second");
        assertThat(week.select("td[data-day=2026-10-25][data-hour=2] .cal-when").eachText())
                .containsExactly("02:30 (1er passage)", "02:30 (2e passage)");
        assertThat(week.select("td[data-day=2026-10-25][data-hour=23] .cal-heading").text())
                .isEqualTo("Last minute");
    }

    @Test
    void offersNoHourThatClocksJumpOver() throws Exception {
        clock.set(java.time.Instant.parse("2026-03-01T10:00:00Z"));
        plans.draft(Kind.COMMUNITY, "Nachtwache", "2026-03-29T02:30");

        var week = page("?view=week&date=2026-03-25");

        assertThat(week.select("td[data-day=2026-03-29][data-hour=3] .cal-when").text())
                .isEqualTo("03:00");
        plans.draft(Kind.COMMUNITY, "Early", "2026-03-28T02:30");
        assertThat(
                        page("?view=week&date=2026-03-25")
                                .select("td[data-day=2026-03-29][data-hour=2]")
                                .text())
                .isEqualTo("Heure sautée");
    }

    @Test
    void understandsAnyAddress() throws Exception {
        for (var query :
                new String[] {
                    "?date=x", "?view=year&kind=cats&channel=%3Cscript%3E", "?date=99999-01-01"
                }) {
            assertThat(page(query).select("table.cal")).hasSize(1);
        }
    }

    @Test
    void strangersFindNoCalendar() throws Exception {
        mvc.perform(get(plans.cast.desk("/calendar")).with(plans.cast.charlie()))
                .andExpect(status().isNotFound());
    }

    private Document page(String query) throws Exception {
        return Jsoup.parse(
                mvc.perform(
                                get(java.net.URI.create(plans.cast.desk("/calendar") + query))
                                        .with(plans.cast.alice()))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }
}
