package fr.tocsin.delivering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.tocsin.database.TocsinTest;
import fr.tocsin.units.Cast;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@TocsinTest
@AutoConfigureMockMvc
class StoppagePagesTest {

    @Autowired private ApplicationContext context;
    @Autowired private MockMvc mvc;
    @Autowired private Stopping stopping;
    @Autowired private Delivering delivering;
    @Autowired private TransactionTemplate transaction;
    @Autowired private Clock clock;

    private Cast cast;

    @BeforeEach
    void newCast() {
        cast = Cast.in(context);
    }

    @Test
    void bobStopsTheUnitAndEverybodyThereSeesItOnEveryPage() throws Exception {
        mvc.perform(get(cast.desk("/publications")).with(cast.alice()))
                .andExpect(content().string(not(containsString("Diffusions arrêtées"))));
        mvc.perform(post(cast.desk("/stoppage")).with(cast.bob()).with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Dites pourquoi")));

        mvc.perform(
                        post(cast.desk("/stoppage"))
                                .param("reason", "compte <piraté>")
                                .with(cast.bob())
                                .with(csrf()))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl(cast.desk("/stoppage")));

        for (var page : new String[] {"/publications", "/accounts", "/media", "/stoppage"}) {
            mvc.perform(get(cast.desk(page)).with(cast.alice()))
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("Diffusions arrêtées par Bob")))
                    .andExpect(content().string(containsString("compte &lt;piraté&gt;")));
        }
        mvc.perform(get("/desk/" + cast.elsewhere.slug() + "/publications").with(cast.charlie()))
                .andExpect(content().string(not(containsString("Diffusions arrêtées"))));
    }

    @Test
    void theReleaseShowsWhatIsLateAndSendsWhatIsTicked() throws Exception {
        stopping.stop(cast.officer(cast.bob), "à relire");
        var held = order("Retenue pour relecture");
        mvc.perform(get(cast.desk("/stoppage")).with(cast.bob()))
                .andExpect(content().string(containsString("Retenue pour relecture")))
                .andExpect(content().string(containsString("value=\"" + held + "\"")));
        mvc.perform(get(cast.desk("/stoppage")).with(cast.alice()))
                .andExpect(content().string(containsString("Retenue pour relecture")))
                .andExpect(content().string(not(containsString("type=\"checkbox\""))));
        var stoppage = stopping.inForce(cast.unit.id()).orElseThrow().id().toString();

        mvc.perform(
                        post(cast.desk("/stoppage/release"))
                                .param("stoppage", stoppage)
                                .param("send", held.toString())
                                .with(cast.bob())
                                .with(csrf()))
                .andExpect(status().isSeeOther());

        assertThat(stopping.inForce(cast.unit.id())).isEmpty();
        mvc.perform(get(cast.desk("/stoppage")).with(cast.bob()))
                .andExpect(content().string(containsString("Reprise par Bob")));
    }

    @Test
    void onlyAnAdministratorActs() throws Exception {
        mvc.perform(
                        post(cast.desk("/stoppage"))
                                .param("reason", "non")
                                .with(cast.alice())
                                .with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(
                        post(cast.desk("/stoppage/release"))
                                .param("stoppage", UUID.randomUUID().toString())
                                .with(cast.alice())
                                .with(csrf()))
                .andExpect(status().isForbidden());
        assertThat(stopping.inForce(cast.unit.id())).isEmpty();
    }

    @Test
    void charlieFindsNothing() throws Exception {
        stopping.stop(cast.officer(cast.bob), "secret");
        var stoppage = stopping.inForce(cast.unit.id()).orElseThrow().id();
        mvc.perform(get(cast.desk("/stoppage")).with(cast.charlie()))
                .andExpect(status().isNotFound());
        mvc.perform(
                        post(cast.desk("/stoppage"))
                                .param("reason", "x")
                                .with(cast.charlie())
                                .with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(
                        post(cast.desk("/stoppage/release"))
                                .param("stoppage", stoppage.toString())
                                .with(cast.charlie())
                                .with(csrf()))
                .andExpect(status().isNotFound());
        var theirs = "/desk/" + cast.elsewhere.slug() + "/stoppage/release";
        mvc.perform(
                post(theirs)
                        .param("stoppage", stoppage.toString())
                        .with(cast.charlie())
                        .with(csrf()));
        assertThat(stopping.inForce(cast.unit.id())).isPresent();
    }

    private UUID order(String text) {
        var unit = cast.unit.id();
        var site = delivering.accounts(unit).getFirst().id();
        var publication = UUID.randomUUID();
        var order =
                new Order(
                        unit,
                        publication,
                        UUID.randomUUID(),
                        clock.instant(),
                        Map.of(site, Story.post(Kind.COMMUNITY, text)));
        transaction.executeWithoutResult(_ -> delivering.order(order));
        return publication;
    }
}
