package fr.tocsin.media.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.tocsin.database.TocsinTest;
import fr.tocsin.media.Media;
import fr.tocsin.media.MediaItem;
import fr.tocsin.media.Samples;
import fr.tocsin.media.Upload;
import fr.tocsin.media.moving.Reels;
import fr.tocsin.units.Cast;
import fr.tocsin.units.Memberships;
import fr.tocsin.units.Role;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.ResultActions;

@TocsinTest
@AutoConfigureMockMvc
class LibraryTest {

    @Autowired ApplicationContext context;
    @Autowired MockMvc mvc;
    @Autowired Media media;

    Cast cast;

    @BeforeEach
    void newCast() {
        cast = Cast.in(context);
    }

    @Test
    void aPictureIsAddedDescribedAndFound() throws Exception {
        mvc.perform(
                        multipart(cast.desk("/media"))
                                .file(file("foret.jpg", Samples.jpeg(Samples.drawing(900, 600))))
                                .with(cast.alice())
                                .with(csrf()))
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl(cast.desk("/media")));
        var item = media.recent(cast.unit.id()).getFirst();
        mvc.perform(
                        post(cast.desk("/media/" + item.id() + "/alt"))
                                .param("alt", "Fumée sur la forêt")
                                .with(cast.alice())
                                .with(csrf()))
                .andExpect(status().isSeeOther());
        var found = page(get(cast.desk("/media?q=fumée")).with(cast.bob()));
        assertThat(found.select(".media img").attr("alt")).isEqualTo("Fumée sur la forêt");
        assertThat(found.select(".media img").attr("src"))
                .isEqualTo(cast.desk("/media/" + item.id() + "/thumbnail"));
        var shown = page(get(cast.desk("/media/" + item.id())).with(cast.bob()));
        assertThat(shown.select("textarea[name=alt]").val()).isEqualTo("Fumée sur la forêt");
        assertThat(shown.text()).contains("foret.jpg", "JPEG, 900 × 600 pixels");
    }

    @Test
    void aRefusedFileIsNamedWithItsReasonAndTheOthersAreKept() throws Exception {
        var answer =
                mvc.perform(
                                multipart(cast.desk("/media"))
                                        .file(file("a.png", Samples.png(Samples.drawing(40, 30))))
                                        .file(file("b.jpg", "GIF89a".getBytes("US-ASCII")))
                                        .with(cast.alice())
                                        .with(csrf()))
                        .andExpect(status().isUnprocessableContent())
                        .andReturn();
        var page = Jsoup.parse(answer.getResponse().getContentAsString());
        assertThat(page.select("[role=alert]").text()).contains("b.jpg").contains("GIF");
        assertThat(page.select(".media > li")).hasSize(1);
    }

    @Test
    void aScriptGetsTheNewTilesAlone() throws Exception {
        var answer =
                mvc.perform(
                                multipart(cast.desk("/media"))
                                        .file(file("a.png", Samples.png(Samples.drawing(41, 30))))
                                        .header("HX-Request", "true")
                                        .with(cast.alice())
                                        .with(csrf()))
                        .andExpect(status().isOk())
                        .andReturn();
        var html = answer.getResponse().getContentAsString();
        assertThat(html).doesNotContain("<html");
        assertThat(Jsoup.parse(html).select("li[data-media]").attr("data-media"))
                .isEqualTo(media.recent(cast.unit.id()).getFirst().id().toString());
        mvc.perform(
                        multipart(cast.desk("/media"))
                                .header("HX-Request", "true")
                                .with(cast.alice())
                                .with(csrf()))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void thePictureIsKeptByTheReadersOwnBrowserOnly() throws Exception {
        var item = stored(42);
        for (var copy : new String[] {"/thumbnail", "/view"}) {
            mvc.perform(get(cast.desk("/media/" + item.id() + copy)).with(cast.alice()))
                    .andExpect(status().isOk())
                    .andExpect(
                            header().string(
                                            "Cache-Control",
                                            org.hamcrest.Matchers.containsString("private")))
                    .andExpect(header().string("X-Content-Type-Options", "nosniff"));
        }
    }

    @Test
    void aStrangerSeesNothing() throws Exception {
        var path = cast.desk("/media/" + stored(43).id());
        for (var page :
                new String[] {cast.desk("/media"), path, path + "/thumbnail", path + "/view"}) {
            mvc.perform(get(page).with(cast.charlie())).andExpect(status().isNotFound());
        }
        var own = "/desk/" + cast.elsewhere.slug() + path.substring(cast.desk("").length());
        for (var page : new String[] {own, own + "/thumbnail", own + "/view"}) {
            mvc.perform(get(page).with(cast.charlie())).andExpect(status().isNotFound());
        }
        for (var act :
                new String[] {
                    path + "/alt",
                    path + "/rights",
                    path + "/removal",
                    own + "/alt",
                    own + "/rights",
                    own + "/removal"
                }) {
            mvc.perform(post(act).param("alt", "vu").with(cast.charlie()).with(csrf()))
                    .andExpect(status().isNotFound());
        }
        assertThat(media.recent(cast.unit.id())).hasSize(1);
    }

    @Test
    void anObserverLooksAndChangesNothing() throws Exception {
        context.getBean(Memberships.class)
                .change(cast.officer(cast.bob), cast.alice.id(), Set.of(Role.OBSERVER));
        var item = stored(44);
        var page = page(get(cast.desk("/media")).with(cast.alice()));
        assertThat(page.select(".media > li")).hasSize(1);
        assertThat(page.select("input[type=file]")).isEmpty();
        mvc.perform(
                        post(cast.desk("/media/" + item.id() + "/removal"))
                                .with(cast.alice())
                                .with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void aGuestSeesNothingThatIsNotPublic() throws Exception {
        context.getBean(Memberships.class)
                .change(cast.officer(cast.bob), cast.alice.id(), Set.of(Role.GUEST_VOLUNTEER));
        var item = cast.desk("/media/" + stored(45).id());
        for (var page :
                new String[] {
                    cast.desk("/media"),
                    item,
                    item + "/thumbnail",
                    item + "/view",
                    cast.desk("/accounts")
                }) {
            mvc.perform(get(page).with(cast.alice())).andExpect(status().isForbidden());
        }
    }

    @Test
    void anAlternativeTextThatIsTooLongComesBackAsTyped() throws Exception {
        var item = stored(45);
        var alt = "é".repeat(1_501);
        var answer =
                mvc.perform(
                                post(cast.desk("/media/" + item.id() + "/alt"))
                                        .param("alt", alt)
                                        .with(cast.alice())
                                        .with(csrf()))
                        .andExpect(status().isUnprocessableContent())
                        .andReturn();
        var page = Jsoup.parse(answer.getResponse().getContentAsString());
        assertThat(page.select("textarea[name=alt]").val()).isEqualTo(alt);
        assertThat(page.select(".mistake").text()).contains("1").contains("500");
    }

    @Test
    void aPictureIsTakenOut() throws Exception {
        var item = stored(46);
        mvc.perform(
                        post(cast.desk("/media/" + item.id() + "/removal"))
                                .with(cast.alice())
                                .with(csrf()))
                .andExpect(status().isSeeOther());
        assertThat(media.find(cast.unit.id(), item.id())).isEmpty();
    }

    @Test
    void isFoundByTagsAndRights() throws Exception {
        var item = stored(51);
        stored(52);
        rights(item, "2030-01-31").andExpect(status().isSeeOther());
        for (var words : List.of("feu", "FORÊT martin", "consentement")) {
            var found = page(get(cast.desk("/media")).param("q", words).with(cast.bob()));
            assertThat(found.select(".media > li").eachAttr("data-media"))
                    .containsExactly(item.id().toString());
        }
        var shown = page(get(cast.desk("/media/" + item.id())).with(cast.bob()));
        assertThat(shown.select("input[name=tags]").val()).isEqualTo("feu forêt");
        assertThat(shown.select("input[name=expiresOn]").val()).isEqualTo("2030-01-31");
    }

    @Test
    void showsWhatExpiresSoonestFirst() throws Exception {
        var today = LocalDate.now(ZoneId.of("Europe/Paris"));
        var soon = stored(53);
        var over = stored(54);
        rights(soon, today.plusDays(29).toString());
        rights(over, today.minusDays(1).toString());
        rights(stored(55), today.plusDays(60).toString());
        var found = page(get(cast.desk("/media?expiring=true")).with(cast.bob()));

        assertThat(found.select(".media > li").eachAttr("data-media"))
                .containsExactly(over.id().toString(), soon.id().toString());
        assertThat(found.select(".tabs .count").text()).isEqualTo("2");
        assertThat(found.select(".media .missing").text()).contains("Expirée");
    }

    @Test
    void aDateThatIsNoneComesBackAsTyped() throws Exception {
        var item = stored(56);
        for (var date : List.of("demain", "0000-13-01", "99999-01-01")) {
            rights(item, date).andExpect(status().isUnprocessableContent());
        }
        rights(item, "").andExpect(status().isSeeOther());
    }

    @Test
    void turnsThePages() throws Exception {
        for (var i = 0; i < 49; i++) {
            stored(100 + i);
        }
        var first = page(get(cast.desk("/media")).param("q", "1").with(cast.bob()));
        assertThat(first.select(".media > li")).hasSize(48);
        var next = first.select(".pagination a[rel=next], .pagination a").last();
        assertThat(next).isNotNull();
        var second = page(get(cast.desk("/media") + next.attr("href")).with(cast.bob()));
        assertThat(second.select(".media > li")).hasSize(1);
        page(get(cast.desk("/media?page=999999999")).with(cast.bob()));
    }

    @Test
    void aVideoIsPlayedCaptionedAndGetsAStillPicture() throws Exception {
        mvc.perform(
                        multipart(cast.desk("/media"))
                                .file(file("ronde.mp4", Reels.mp4(65)))
                                .with(cast.alice())
                                .with(csrf()))
                .andExpect(status().isSeeOther());
        var item = media.recent(cast.unit.id()).getFirst();
        var path = cast.desk("/media/" + item.id());
        var page = page(get(path).with(cast.alice()));
        assertThat(page.select("video source").attr("src")).isEqualTo(path + "/film");
        assertThat(page.text()).contains("MP4, 640 × 360", "1:05");
        assertThat(page.select("a[href$=/studio]")).isEmpty();
        mvc.perform(get(path + "/film").header("Range", "bytes=0-9").with(cast.alice()))
                .andExpect(status().isPartialContent())
                .andExpect(header().string("Content-Type", "video/mp4"));
        mvc.perform(get(path + "/studio").with(cast.alice())).andExpect(status().isNotFound());

        captions(path, "Bonjour").andExpect(status().isUnprocessableContent());
        captions(path, "WEBVTT\n\n00:01.000 --> 00:02.000\nBonjour")
                .andExpect(status().isSeeOther());
        mvc.perform(get(path + "/captions").with(cast.bob()))
                .andExpect(header().string("Content-Type", "text/vtt;charset=UTF-8"));
        mvc.perform(
                        multipart(path + "/poster")
                                .file(
                                        new MockMultipartFile(
                                                "picture",
                                                "p.png",
                                                "image/png",
                                                Samples.png(Samples.drawing(64, 36))))
                                .with(cast.alice())
                                .with(csrf()))
                .andExpect(status().isSeeOther());
        for (var act : new String[] {"/film", "/captions"}) {
            mvc.perform(get(path + act).with(cast.charlie())).andExpect(status().isNotFound());
            var own = path.replace(cast.unit.slug(), cast.elsewhere.slug());
            mvc.perform(get(own + act).with(cast.charlie())).andExpect(status().isNotFound());
        }
        for (var act : new String[] {"/poster", "/captions"}) {
            mvc.perform(
                            multipart(path + act)
                                    .file(new MockMultipartFile("picture", new byte[1]))
                                    .with(cast.charlie())
                                    .with(csrf()))
                    .andExpect(status().isNotFound());
        }
    }

    private ResultActions captions(String path, String text) throws Exception {
        return mvc.perform(
                post(path + "/captions").param("captions", text).with(cast.alice()).with(csrf()));
    }

    private ResultActions rights(MediaItem item, String expiresOn) throws Exception {
        return mvc.perform(
                post(cast.desk("/media/" + item.id() + "/rights"))
                        .param("tags", "Feu, #Forêt")
                        .param("holder", "Brigadier Martin")
                        .param("licence", "Consentement écrit")
                        .param("expiresOn", expiresOn)
                        .with(cast.alice())
                        .with(csrf()));
    }

    private MediaItem stored(int width) {
        var file = Samples.png(Samples.drawing(width, 30));
        return switch (media.store(cast.unit.id(), cast.alice.id(), width + ".png", file)) {
            case Upload.Stored stored -> stored.item();
            case Upload.Refused refused -> throw new AssertionError(refused);
        };
    }

    private Document page(RequestBuilder request) throws Exception {
        var answer = mvc.perform(request).andExpect(status().isOk()).andReturn();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }

    private static MockMultipartFile file(String name, byte[] content) {
        return new MockMultipartFile("files", name, "application/octet-stream", content);
    }
}
