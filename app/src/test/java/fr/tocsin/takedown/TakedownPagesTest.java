package fr.tocsin.takedown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.tocsin.database.TocsinTest;
import fr.tocsin.publishing.PublicationId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@TocsinTest
@AutoConfigureMockMvc
@Import(TestNetworks.class)
class TakedownPagesTest {

    @Autowired private ApplicationContext context;
    @Autowired private MockMvc mvc;

    private Duty duty;
    private PublicationId publication;

    @BeforeEach
    void begin() {
        duty = new Duty(context);
        publication = duty.published(duty.site(), duty.account(duty.square));
    }

    @Test
    void ordersATakedownFromThePublication() throws Exception {
        var shown = page("/publications/" + publication, duty.cast.bob());
        var order = shown.select("a[href*='/takedowns/new']").attr("href");
        assertThat(order).isNotEmpty();
        var form = Jsoup.parse(body(order, duty.cast.bob()));
        assertThat(form.select("input[name=cause]")).hasSize(6);
        assertThat(form.text()).contains("Place", "@square");

        mvc.perform(order("cause", "").with(duty.cast.bob()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Raison du retrait")));
        mvc.perform(order("cause", "OTHER").with(duty.cast.bob()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("dites la raison")));
        mvc.perform(order("cause", "PERSON_FOUND").with(duty.cast.bob()))
                .andExpect(status().isSeeOther());

        var after = page("/publications/" + publication, duty.cast.bob());
        assertThat(after.select("a[href*='/takedowns/new']")).isEmpty();
        assertThat(after.select("a[href*='/takedowns/of/']")).hasSize(1);
        mvc.perform(order("cause", "MISTAKE").with(duty.cast.bob()))
                .andExpect(status().isSeeOther());
        assertThat(page("/takedowns", duty.cast.bob()).text())
                .contains("Personne retrouvée", "0 sur 2 copies terminées");
    }

    @Test
    void showsHowItGoes() throws Exception {
        var id = duty.takeDown(publication);
        var before = page("/takedowns/" + id, duty.cast.alice());
        assertThat(before.select("#progress").attr("hx-trigger")).isEqualTo("every 2s");
        var asks = before.select("#progress").attr("hx-get");
        mvc.perform(get(asks).with(duty.cast.alice())).andExpect(status().isNoContent());

        duty.work(id);
        mvc.perform(get(asks).with(duty.cast.alice()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Tout est retiré")));
    }

    @Test
    void aPersonSeesToWhatNoProgramCan() throws Exception {
        duty.square.stubborn = true;
        var id = duty.takeDown(publication);
        duty.work(id);
        var show = page("/takedowns/" + id, duty.cast.bob());
        var copy = show.select("a[href*='/copies/']").attr("href");
        var there = Jsoup.parse(body(copy, duty.cast.bob()));
        assertThat(there.select("a[href^='https://social.example/']")).hasSize(1);

        mvc.perform(post(copy + "/hand").with(csrf()).with(duty.cast.bob()))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(
                        post(copy + "/owner")
                                .param("member", duty.cast.alice.id().toString())
                                .param("hours", "4")
                                .with(csrf())
                                .with(duty.cast.bob()))
                .andExpect(status().isSeeOther());
        assertThat(page("/takedowns", duty.cast.alice()).text()).contains("1 copie vous attend");
        mvc.perform(
                        post(copy + "/hand")
                                .param("remark", "supprimée à la main")
                                .with(csrf())
                                .with(duty.cast.alice()))
                .andExpect(status().isSeeOther());
        assertThat(page("/takedowns/" + id, duty.cast.bob()).text())
                .contains("Fait à la main par Alice Aubry");
    }

    @Test
    void certifiesOnScreenOnPaperAndToTheLetter() throws Exception {
        var id = duty.takeDown(publication);
        duty.work(id);
        var hash = duty.certificate(id).hash();
        var shown = page("/takedowns/" + id + "/certificate", duty.cast.bob());
        assertThat(shown.text()).contains(hash, publication.toString(), "fausse route");

        var text = bytes("/takedowns/" + id + "/certificate.txt");
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text)))
                .isEqualTo(hash);
        assertThat(new String(text, StandardCharsets.UTF_8)).contains("ending: removed");

        var pdf = bytes("/takedowns/" + id + "/certificate.pdf");
        try (var reader = new PdfReader(pdf)) {
            var paper = new PdfTextExtractor(reader).getTextFromPage(1);
            assertThat(paper.replaceAll("\\s", ""))
                    .contains(hash, "Certificatderetrait", "fausseroute");
        }
    }

    @Test
    void restoresIntoAnEditor() throws Exception {
        var id = duty.takeDown(publication);

        mvc.perform(
                        post(duty.cast.desk("/takedowns/" + id + "/restoration"))
                                .with(csrf())
                                .with(duty.cast.alice()))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", containsString("/edit")));
    }

    @Test
    void strangersFindNothing() throws Exception {
        mvc.perform(
                        get(duty.cast.desk("/takedowns/new?publication=" + publication))
                                .with(duty.cast.charlie()))
                .andExpect(status().isNotFound());
        mvc.perform(order("cause", "MISTAKE").with(duty.cast.charlie()))
                .andExpect(status().isNotFound());
        var elsewhere = "/desk/" + duty.cast.elsewhere.slug();
        mvc.perform(
                        post(elsewhere + "/takedowns")
                                .param("publication", publication.toString())
                                .param("cause", "MISTAKE")
                                .with(csrf())
                                .with(duty.cast.charlie()))
                .andExpect(status().isNotFound());
        var id = duty.takeDown(publication);
        var copy = duty.copies(id).getFirst().id();
        for (var desk : new String[] {duty.cast.desk(""), elsewhere}) {
            for (var path :
                    new String[] {
                        "/of/" + publication,
                        "/" + id,
                        "/" + id + "/progress",
                        "/" + id + "/copies/" + copy,
                        "/" + id + "/certificate",
                        "/" + id + "/certificate.pdf",
                        "/" + id + "/certificate.txt"
                    }) {
                mvc.perform(get(desk + "/takedowns" + path).with(duty.cast.charlie()))
                        .andExpect(status().isNotFound());
            }
            for (var path :
                    new String[] {
                        "/review",
                        "/restoration",
                        "/copies/" + copy + "/hand",
                        "/copies/" + copy + "/owner",
                        "/copies/" + copy + "/attempt"
                    }) {
                mvc.perform(
                                post(desk + "/takedowns/" + id + path)
                                        .param("remark", "non")
                                        .param("member", duty.cast.charlie.id().toString())
                                        .with(csrf())
                                        .with(duty.cast.charlie()))
                        .andExpect(status().isNotFound());
            }
        }
        mvc.perform(get(duty.cast.desk("/takedowns")).with(duty.cast.charlie()))
                .andExpect(status().isNotFound());
        assertThat(duty.words(id)).containsExactly(Entry.Word.ORDERED);
    }

    private MockHttpServletRequestBuilder order(String name, String value) {
        return post(duty.cast.desk("/takedowns"))
                .param("publication", publication.toString())
                .param(name, value)
                .with(csrf());
    }

    private Document page(String path, RequestPostProcessor who) throws Exception {
        return Jsoup.parse(body(duty.cast.desk(path), who));
    }

    private String body(String address, RequestPostProcessor who) throws Exception {
        return ok(mvc.perform(get(address).with(who)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private byte[] bytes(String path) throws Exception {
        return ok(mvc.perform(get(duty.cast.desk(path)).with(duty.cast.bob())))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private static ResultActions ok(ResultActions answer) throws Exception {
        return answer.andExpect(status().isOk());
    }
}
