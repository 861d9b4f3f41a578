package fr.tocsin.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.tocsin.database.TocsinTest;
import fr.tocsin.delivering.AccountId;
import fr.tocsin.delivering.Kind;
import java.util.concurrent.TimeUnit;
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
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// The pages on which a correction is written, judged and given up.
@TocsinTest
@AutoConfigureMockMvc
@Import({TestChannels.class, TestTime.class})
class CorrectionWebTest {

    @Autowired private MockMvc mvc;
    @Autowired private Approving approving;
    @Autowired private Records records;
    @Autowired private ApplicationContext context;
    @Autowired private MovableClock clock;

    private Desk desk;
    private AccountId chalk;
    private AccountId echo;
    private PublicationId id;

    @BeforeEach
    void publish() throws Exception {
        clock.set(TestTime.NOON);
        desk = new Desk(context);
        chalk = desk.connect(TestChannels.CHALK, "@chalk", 100);
        echo = desk.connect(TestChannels.ECHO, "@echo", 100);
        id = desk.written(Kind.ALERT, draft -> draft.text("Avant.").accounts(chalk, echo));
        approving.approve(desk.bob, id, desk.submitted(id).hash());
        for (var tries = 0; desk.state(id) != State.PUBLISHED && tries < 1_000; tries++) {
            TimeUnit.MILLISECONDS.sleep(20); // the workers are threads of their own
        }
    }

    @Test
    void showsHowItGetsThereWhileItIsWrittenAndBeforeItIsApproved() throws Exception {
        assertThat(page("", desk.cast.alice()).select("form[action$=/correction]")).hasSize(1);
        var begun = send("/correction", desk.cast.alice(), post("/"));
        assertThat(begun.getStatus()).isEqualTo(303);
        assertThat(begun.getRedirectedUrl()).endsWith("/edit");

        var editor = page("/edit", desk.cast.alice());
        assertThat(editor.select("#explanation textarea[name=notice]")).hasSize(1);
        assertThat(editor.select("#when")).isEmpty();

        var preview =
                send("/preview", desk.cast.alice(), form("Après.").header("HX-Request", "true"));
        assertThat(preview.getContentAsString())
                .contains("modifie le message")
                .contains("répond sous le message")
                .contains("Rectificatif : Après.");

        send("/submission", desk.cast.alice(), form("Après.").param("notice", "C’était avant."));
        var judged = page("", desk.cast.bob());
        assertThat(judged.select("#correction .means li").eachText())
                .anyMatch(line -> line.contains("@chalk : modifie le message"))
                .anyMatch(line -> line.contains("@echo : répond sous le message"));
        assertThat(judged.select("#correction del").text()).isEqualTo("Avant.");
        assertThat(judged.select("#correction ins").text()).isEqualTo("Après.");
        assertThat(judged.select("#correction .post-text").eachText())
                .contains("Rectificatif : C’était avant.");
        assertThat(judged.select("form[action$=/approval]")).hasSize(1);
        assertThat(page("", desk.cast.alice()).select("form[action$=/approval]")).isEmpty();
        assertThat(pageAt("/approvals", desk.cast.bob()).text()).contains("Correction à valider");
    }

    @Test
    void keepsWhatWasTypedWhenSomethingIsMissing() throws Exception {
        send("/correction", desk.cast.alice(), post("/"));
        var refused =
                send(
                        "/submission",
                        desk.cast.alice(),
                        form("Après.").param("notice", "Une note").param("withheld", "on"));

        assertThat(refused.getStatus()).isEqualTo(422);
        var again = Jsoup.parse(refused.getContentAsString());
        assertThat(again.select("textarea[name=notice]").text()).isEqualTo("Une note");
        assertThat(again.select("input[name=withheld]").hasAttr("checked")).isTrue();
        assertThat(again.select(".mistake").text()).contains("indiquez la raison");
    }

    @Test
    void carriesTheExplanationThroughAConflict() throws Exception {
        send("/correction", desk.cast.alice(), post("/"));
        var mine = form("Moi.").param("notice", "Ma note");
        desk.changed(desk.bob, id, draft -> draft.text("Lui."));

        var conflict = send("/draft", desk.cast.alice(), mine);

        assertThat(conflict.getStatus()).isEqualTo(409);
        assertThat(Jsoup.parse(conflict.getContentAsString()).select("input[name=notice]").val())
                .isEqualTo("Ma note");
    }

    @Test
    void givesUpAndShowsWhatIsPublicAgain() throws Exception {
        send("/correction", desk.cast.alice(), post("/"));
        send("/draft", desk.cast.alice(), form("Après."));
        assertThat(page("", desk.cast.alice()).select("#correction")).hasSize(1);

        assertThat(send("/correction/abandonment", desk.cast.alice(), post("/")).getStatus())
                .isEqualTo(303);
        var page = page("", desk.cast.alice());
        assertThat(page.select("#correction")).isEmpty();
        assertThat(page.select(".post-text").eachText()).containsOnly("Avant.");
    }

    @Test
    void anObserverOpensNone() throws Exception {
        var observer = desk.cast.as(desk.colleague("Odile", fr.tocsin.units.Role.OBSERVER));
        assertThat(page("", observer).select("form[action$=/correction]")).isEmpty();
        assertThat(send("/correction", observer, post("/")).getStatus()).isEqualTo(403);
    }

    /// The address is put in by [#send].
    private MockHttpServletRequestBuilder form(String text) {
        return post("/")
                .param("version", "" + records.find(desk.alice, id).version())
                .param("kind", "alert")
                .param("text", text)
                .param("language", "fr")
                .param("accounts", chalk.toString(), echo.toString());
    }

    private MockHttpServletResponse send(
            String path, RequestPostProcessor who, MockHttpServletRequestBuilder request)
            throws Exception {
        return mvc.perform(request.uri(at(path)).with(csrf()).with(who)).andReturn().getResponse();
    }

    private Document page(String path, RequestPostProcessor who) throws Exception {
        return pageAt("/publications/" + id + path, who);
    }

    private Document pageAt(String path, RequestPostProcessor who) throws Exception {
        return Jsoup.parse(
                mvc.perform(get(desk.cast.desk(path)).with(who))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private String at(String path) {
        return desk.cast.desk("/publications/" + id + path);
    }
}
