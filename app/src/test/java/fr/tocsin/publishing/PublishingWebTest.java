package fr.tocsin.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.tocsin.database.TocsinTest;
import fr.tocsin.delivering.Kind;
import fr.tocsin.media.Media;
import fr.tocsin.publishing.Checklist.Verdict;
import fr.tocsin.units.Role;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@TocsinTest
@AutoConfigureMockMvc
@Import({TestChannels.class, TestTime.class})
class PublishingWebTest {

    @Autowired private MockMvc mvc;
    @Autowired private Records records;
    @Autowired private Media media;
    @Autowired private ApplicationContext context;
    @Autowired private MovableClock clock;

    private Desk desk;
    private PublicationId id;

    @BeforeEach
    void meet() {
        clock.set(TestTime.NOON);
        desk = new Desk(context);
        id = desk.written(Kind.ALERT, UnaryOperator.identity());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/publications",
                "/publications/{id}",
                "/publications/{id}/edit",
                "/publications/{id}/presence?version=1",
                "/publications/{id}/cancellation",
                "/approvals",
                "/reviews"
            })
    void strangersFindNoPage(String path) throws Exception {
        mvc.perform(get(at(path)).with(desk.cast.charlie())).andExpect(status().isNotFound());
        mvc.perform(get(at(path)).with(desk.cast.alice())).andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/publications",
                "/publications/{id}/draft",
                "/publications/{id}/form",
                "/publications/{id}/preview",
                "/publications/{id}/pictures",
                "/publications/{id}/pictures/new",
                "/publications/{id}/pictures/0195f000-0000-7000-8000-000000000000/checklist",
                "/publications/{id}/variants/wall",
                "/publications/{id}/variants/wall/end",
                "/publications/{id}/submission",
                "/publications/{id}/emergency",
                "/publications/{id}/emergency/submitted",
                "/publications/{id}/approval",
                "/publications/{id}/return",
                "/publications/{id}/schedule",
                "/publications/{id}/authorisation",
                "/publications/{id}/withdrawal",
                "/publications/{id}/cancellation",
                "/publications/{id}/review",
                "/publications/{id}/correction",
                "/publications/{id}/correction/withdrawal",
                "/publications/{id}/correction/abandonment"
            })
    void strangersChangeNothing(String path) throws Exception {
        mvc.perform(filled(post(at(path)).with(csrf())).with(desk.cast.charlie()))
                .andExpect(status().isNotFound());
        var atHome = at(path).replace(desk.cast.unit.slug(), desk.cast.elsewhere.slug());
        if (path.contains("{id}")) {
            mvc.perform(filled(post(atHome).with(csrf())).with(desk.cast.charlie()))
                    .andExpect(status().is4xxClientError());
        }
        assertThat(records.find(desk.alice, id).version()).isEqualTo(2);
    }

    @Test
    void writesSubmitsAndApproves() throws Exception {
        var created = send("/publications", desk.cast.alice(), r -> r.param("kind", "community"));
        var edit = Objects.requireNonNull(created.getResponse().getRedirectedUrl());
        assertThat(created.getResponse().getStatus()).isEqualTo(303);
        assertThat(edit).endsWith("/edit");

        var submission = edit.replace(desk.cast.desk(""), "").replace("/edit", "/submission");
        var submitted = send(submission, desk.cast.alice(), r -> form(r.param("version", "1")));
        assertThat(submitted.getResponse().getStatus()).isEqualTo(303);

        var show =
                page(
                        Objects.requireNonNull(submitted.getResponse().getRedirectedUrl()),
                        desk.cast.bob());
        var hash = show.select("form[action$=/approval] [name=hash]").val();
        var approved =
                send(
                        submission.replace("/submission", "/approval"),
                        desk.cast.bob(),
                        r -> r.param("hash", hash));
        assertThat(approved.getResponse().getStatus()).isEqualTo(303);
    }

    @Test
    void sendsBackWhatIsMissingWithEverythingTyped() throws Exception {
        var refused =
                send(
                        "/publications/{id}/submission",
                        desk.cast.alice(),
                        r ->
                                form(r.param("text", ""))
                                        .param("title", "Mon titre")
                                        .param("link", "pas une adresse")
                                        .param("when", "at")
                                        .param("planned", ""));
        var page = Jsoup.parse(refused.getResponse().getContentAsString());

        assertThat(refused.getResponse().getStatus()).isEqualTo(422);
        assertThat(page.select(".mistakes a").eachAttr("href")).contains("#planned");
        assertThat(page.select("#link").val()).isEqualTo("pas une adresse");
        assertThat(page.select("#title").val()).isEqualTo("Mon titre");
    }

    @Test
    void twoBrowsersNeverOverwriteEachOther() throws Exception {
        var version = records.find(desk.alice, id).version();
        desk.changed(desk.bob, id, draft -> draft.text("Route coupée à Scorbé."));

        var conflict =
                send(
                        "/publications/{id}/draft",
                        desk.cast.alice(),
                        r ->
                                r.param("version", "" + version)
                                        .param("kind", "alert")
                                        .param("text", "Route coupée à Cenon.")
                                        .param("accounts", desk.wall.toString()));
        var page = Jsoup.parse(conflict.getResponse().getContentAsString());

        assertThat(conflict.getResponse().getStatus()).isEqualTo(409);
        assertThat(page.select(".diff ins").eachText()).containsExactly("Cenon.", "Scorbé.");
        assertThat(records.find(desk.alice, id).draft().text()).isEqualTo("Route coupée à Scorbé.");

        var fields = page.select("form[action$=/draft] [name]");
        var kept =
                send(
                        "/publications/{id}/draft",
                        desk.cast.alice(),
                        r -> {
                            fields.forEach(field ->
                                    r.param(
                                            field.attr("name"),
                                            field.normalName().equals("textarea")
                                                    ? field.wholeText()
                                                    : field.val()));
                            return r;
                        });
        assertThat(kept.getResponse().getStatus()).isEqualTo(303);
        assertThat(records.find(desk.alice, id).draft().text()).isEqualTo("Route coupée à Cenon.");
    }

    @Test
    void previewsWithTheCodeThatSends() throws Exception {
        var text = "Une phrase courte et claire. ".repeat(8).strip();
        var preview =
                mvc.perform(
                                form(post(at("/publications/{id}/preview")).param("text", text))
                                        .header("HX-Request", "true")
                                        .with(csrf())
                                        .with(desk.cast.alice()))
                        .andExpect(status().isOk())
                        .andReturn();
        var page = Jsoup.parse(preview.getResponse().getContentAsString());

        assertThat(page.select(".post-text").size()).isGreaterThan(2);
        assertThat(page.select("#counts").text()).contains("231/100");
        assertThat(records.find(desk.alice, id).version()).isEqualTo(2);
    }

    @Test
    void letsANetworkGoItsOwnWayAndComeBack() throws Exception {
        send("/publications/{id}/variants/wall", desk.cast.alice(), this::form);
        assertThat(records.find(desk.alice, id).draft().variants()).containsKey("wall");

        send(
                "/publications/{id}/variants/wall/end",
                desk.cast.alice(),
                r -> form(r).param("own", "wall").param("variant.wall", "Autre"));
        assertThat(records.find(desk.alice, id).draft().variants()).isEmpty();
    }

    @Test
    void takesPicturesAndAsksForWords() throws Exception {
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "jpeg", picture);
        var upload =
                multipart(at("/publications/{id}/pictures/new"))
                        .file(
                                new MockMultipartFile(
                                        "files", "a.jpg", "image/jpeg", picture.toByteArray()));
        form(upload);
        mvc.perform(upload.with(csrf()).with(desk.cast.alice())).andExpect(status().isSeeOther());
        var image = records.find(desk.alice, id).draft().images().getFirst().media();

        var refused =
                send(
                        "/publications/{id}/submission",
                        desk.cast.alice(),
                        r -> form(r).param("image", image.toString()));

        assertThat(refused.getResponse().getStatus()).isEqualTo(422);
        assertThat(refused.getResponse().getContentAsString()).contains("href=\"#images.0.alt\"");

        var looked = ChecklistTest.all(Verdict.NONE, "");
        assertThat(context.getBean(Checking.class).answer(desk.alice, id, image, looked)).isEmpty();
        send(
                "/publications/{id}/submission",
                desk.cast.alice(),
                r ->
                        form(r).param("title", "Route")
                                .param("image", image.toString())
                                .param("images.0.alt", "Une route barrée."));
        assertThat(desk.state(id)).isEqualTo(State.SUBMITTED);
        assertThat(media.find(desk.cast.unit.id(), image).orElseThrow().defaultAlt())
                .isEqualTo("Une route barrée.");
    }

    @Test
    void letsWhatWasSubmittedGoInAnEmergencyWithAReason() throws Exception {
        desk.submitted(id);
        var address = at("/publications/{id}");
        assertThat(page(address, desk.cast.alice()).select("form[action$=/emergency/submitted]"))
                .isEmpty();
        var form = page(address, desk.cast.bob()).expectFirst("form[action$=/emergency/submitted]");
        assertThat(form.expectFirst("label").text()).isEqualTo("Motif de l’urgence");
        var version = form.expectFirst("[name=version]").val();

        var refused =
                send(
                        "/publications/{id}/emergency/submitted",
                        desk.cast.bob(),
                        r -> r.param("version", version));
        assertThat(refused.getResponse().getStatus()).isEqualTo(422);
        assertThat(desk.state(id)).isEqualTo(State.SUBMITTED);

        send(
                "/publications/{id}/emergency/submitted",
                desk.cast.bob(),
                r -> r.param("version", version).param("reason", "Danger immédiat"));
        assertThat(records.emergency(desk.bob, id).orElseThrow().reason())
                .isEqualTo("Danger immédiat");
        assertThat(records.find(desk.bob, id).draft().text()).isEqualTo("Route coupée à Naintré.");
    }

    @Test
    void tellsAnApproverWhoComesTooLate() throws Exception {
        desk.changed(
                desk.alice,
                id,
                draft -> draft.planning(Planning.at(LocalDateTime.of(2026, 11, 23, 14, 0))));
        desk.submitted(id);
        assertThat(page(at("/publications/{id}"), desk.cast.bob()).select("#decide").text())
                .contains("Elle partira le 23 novembre 2026 à 14:00");

        clock.pass(Duration.ofHours(3));

        assertThat(page(at("/publications/{id}"), desk.cast.bob()).select("#decide").text())
                .contains("votre validation n’enverra rien")
                .doesNotContain("Elle partira")
                .doesNotContain("Valider pour l’heure prévue");
    }

    @Test
    void showsAContentWarningOnlyWhereItIsPublished() throws Exception {
        var gazette = desk.connect(TestChannels.GAZETTE, "@gazette", 1_000);
        desk.changed(
                desk.alice,
                id,
                draft ->
                        draft.accounts(desk.wall, gazette)
                                .title("Route")
                                .with("warning", "Images de feu"));
        for (var submitted : List.of(false, true)) {
            if (submitted) {
                desk.submitted(id);
            }
            var page = page(at("/publications/{id}"), desk.cast.bob());
            assertThat(page.select(".preview-wall .post-warning").text())
                    .isEqualTo("Images de feu");
            assertThat(page.select(".preview-gazette .post-warning")).isEmpty();
            assertThat(page.select(".preview-slot:has(.preview-gazette)").text())
                    .contains("n’a pas d’avertissement");
        }
    }

    @Test
    void countsWhatWaitsForApprovalBesideItsPlace() throws Exception {
        var waiting = ".rail a[href$=/approvals] .waiting";
        assertThat(page(at("/publications"), desk.cast.bob()).select(waiting)).isEmpty();
        desk.submitted(id);
        assertThat(page(at("/publications"), desk.cast.bob()).select(waiting).text())
                .isEqualTo("1 en attente");
    }

    @Test
    void asksBeforeGivingUp() throws Exception {
        var asked = page(at("/publications/{id}/cancellation"), desk.cast.alice());
        assertThat(asked.select("form[action$=/cancellation] button").text())
                .isEqualTo("Abandonner");
        assertThat(desk.state(id)).isEqualTo(State.DRAFT);
        var editor = page(at("/publications/{id}/edit"), desk.cast.alice());
        assertThat(editor.select("[formaction$=/cancellation]")).isEmpty();
    }

    @Test
    void observersReadAndDoNotWrite() throws Exception {
        var observer = desk.cast.as(desk.colleague("Odile", Role.OBSERVER));

        mvc.perform(get(at("/publications/{id}")).with(observer)).andExpect(status().isOk());
        mvc.perform(get(at("/publications/{id}/edit")).with(observer))
                .andExpect(status().isForbidden());
        mvc.perform(form(post(at("/publications/{id}/draft"))).with(csrf()).with(observer))
                .andExpect(status().isForbidden());
    }

    private MockHttpServletRequestBuilder filled(MockHttpServletRequestBuilder request) {
        return form(request)
                .param("change", "up-0")
                .param("hash", "0")
                .param("remark", "non")
                .param("magistrate", "M.")
                .param("reference", "1")
                .param("scope", "tout")
                .param("expiresOn", "2026-12-01")
                .param("reason", "vite");
    }

    private <B extends AbstractMockHttpServletRequestBuilder<B>> B form(B request) {
        return request.param("version", "" + records.find(desk.alice, id).version())
                .param("kind", "alert")
                .param("text", "Route coupée à Naintré.")
                .param("language", "fr")
                .param("accounts", desk.wall.toString());
    }

    private MvcResult send(
            String path,
            RequestPostProcessor who,
            UnaryOperator<MockHttpServletRequestBuilder> fields)
            throws Exception {
        return mvc.perform(fields.apply(post(at(path))).with(csrf()).with(who)).andReturn();
    }

    private Document page(String address, RequestPostProcessor who) throws Exception {
        return Jsoup.parse(
                mvc.perform(get(address).with(who))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private String at(String path) {
        return desk.cast.desk(path).replace("{id}", id.toString());
    }
}
