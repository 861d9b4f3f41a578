package fr.tocsin.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.tocsin.database.TocsinTest;
import fr.tocsin.delivering.Kind;
import fr.tocsin.publishing.Planning;
import fr.tocsin.publishing.PublicationId;
import fr.tocsin.publishing.Publishing;
import fr.tocsin.publishing.Records;
import fr.tocsin.units.Cast;
import fr.tocsin.units.Officer;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@TocsinTest
@AutoConfigureMockMvc
class TemplatesTest {

    private static final Wording ROAD =
            new Wording(
                    Kind.ALERT,
                    "Route coupée",
                    "{route} coupée à {commune}",
                    "{service} : évitez la {route} le {date} à {heure}.",
                    "",
                    "fr");

    @Autowired private MockMvc mvc;
    @Autowired private Templates templates;
    @Autowired private Records records;
    @Autowired private ApplicationContext context;

    private Cast cast;
    private Officer alice;

    @BeforeEach
    void meet() {
        cast = Cast.in(context);
        alice = cast.officer(cast.alice);
    }

    @Test
    void fillsWhatItKnowsAndWhatItIsToldAndKeepsTheRest() {
        var id = added();

        var draft =
                templates
                        .draft(
                                alice,
                                id,
                                Map.of("route", "D 43", "commune", " "),
                                Planning.at(LocalDateTime.parse("2026-12-01T18:00")))
                        .draft();

        assertThat(draft.title()).isEqualTo("D 43 coupée à {commune}");
        assertThat(draft.text())
                .isEqualTo(
                        cast.unit.name()
                                + " : évitez la D 43 le mardi 1er décembre 2026 à 18 h 00.");
        assertThat(draft.planning().local()).isEqualTo("2026-12-01T18:00");
        assertThat(draft.kind()).isEqualTo(Kind.ALERT);
    }

    @Test
    void asksForItsBlanksOnAPage() throws Exception {
        var id = added();

        var page = Jsoup.parse(open("/templates/" + id).getContentAsString());
        assertThat(page.select("[name^=blank.]").eachAttr("name"))
                .containsExactly(
                        "blank.route",
                        "blank.commune",
                        "blank.service",
                        "blank.date",
                        "blank.heure");
        assertThat(page.select("[name='blank.service']").val()).isEqualTo(cast.unit.name());

        var made =
                send(
                        "/templates/" + id + "/drafts",
                        form -> form.param("blank.commune", "Vivonne"));
        assertThat(made.getStatus()).isEqualTo(303);
        var draft = String.valueOf(made.getRedirectedUrl()).replaceAll(".*/(.+)/edit", "$1");
        assertThat(records.find(alice, new PublicationId(UUID.fromString(draft))).draft().title())
                .isEqualTo("{route} coupée à Vivonne");
    }

    @Test
    void isSavedFromAPublication() throws Exception {
        var draft = context.getBean(Publishing.class).draft(alice, Kind.PREVENTION);

        var page = Jsoup.parse(open("/templates/new?from=" + draft.id()).getContentAsString());

        assertThat(page.select("#kind option[selected]").val()).isEqualTo("prevention");
        assertThat(send("/templates", form -> fields(form, "Prévention")).getStatus())
                .isEqualTo(303);
        assertThat(templates.list(alice))
                .extracting(t -> t.wording().name())
                .contains("Prévention");
    }

    @Test
    void refusesWhatIsMissingAndNamesThatAreTaken() throws Exception {
        added();

        assertThat(send("/templates", form -> fields(form, "")).getStatus()).isEqualTo(422);
        var taken = send("/templates", form -> fields(form, "route COUPÉE"));
        assertThat(taken.getStatus()).isEqualTo(422);
        assertThat(taken.getContentAsString()).contains("un autre modèle s’appelle déjà ainsi");
        assertThat(open("/templates/new?from=nonsense").getStatus()).isEqualTo(400);
    }

    @Test
    void twoPeopleNeverOverwriteEachOther() throws Exception {
        var id = added();
        templates.save(alice, id, 1, ROAD);

        var late = send("/templates/" + id, form -> fields(form, "Autre").param("version", "1"));

        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(templates.find(alice, id).wording()).isEqualTo(ROAD);
        var page = Jsoup.parse(late.getContentAsString());
        assertThat(page.select("[name=version]").val()).isEqualTo("2");
        assertThat(page.select("#name").val()).isEqualTo("Autre");
    }

    @Test
    void strangersFindNothing() throws Exception {
        var id = added();
        for (var unit : new String[] {cast.unit.slug(), cast.elsewhere.slug()}) {
            var base = "/desk/" + unit + "/templates";
            for (var path : new String[] {"/" + id, "/" + id + "/edit"}) {
                mvc.perform(get(base + path).with(cast.charlie())).andExpect(status().isNotFound());
            }
            for (var path : new String[] {"/" + id, "/" + id + "/removal", "/" + id + "/drafts"}) {
                mvc.perform(fields(post(base + path), "Pris").with(csrf()).with(cast.charlie()))
                        .andExpect(status().isNotFound());
            }
        }
        for (var path : new String[] {"/templates", "/templates/new"}) {
            mvc.perform(get(cast.desk(path)).with(cast.charlie())).andExpect(status().isNotFound());
        }
        mvc.perform(fields(post(cast.desk("/templates")), "Pris").with(csrf()).with(cast.charlie()))
                .andExpect(status().isNotFound());
        assertThat(templates.find(alice, id).wording()).isEqualTo(ROAD);
    }

    private TemplateId added() {
        assertThat(templates.add(alice, ROAD)).isEqualTo(Templates.Saved.DONE);
        return templates.list(alice).getFirst().id();
    }

    private static MockHttpServletRequestBuilder fields(
            MockHttpServletRequestBuilder form, String name) {
        return form.param("name", name).param("kind", "prevention").param("text", "Un texte.");
    }

    private MockHttpServletResponse open(String path) throws Exception {
        return mvc.perform(get(cast.desk(path)).with(cast.alice())).andReturn().getResponse();
    }

    private MockHttpServletResponse send(
            String path, UnaryOperator<MockHttpServletRequestBuilder> fields) throws Exception {
        return mvc.perform(fields.apply(post(cast.desk(path))).with(csrf()).with(cast.alice()))
                .andReturn()
                .getResponse();
    }
}
