package fr.tocsin.media.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.drew.imaging.ImageMetadataReader;
import fr.tocsin.database.TocsinTest;
import fr.tocsin.delivering.Kind;
import fr.tocsin.delivering.Post;
import fr.tocsin.media.Media;
import fr.tocsin.media.MediaId;
import fr.tocsin.media.MediaItem;
import fr.tocsin.media.OriginalRead;
import fr.tocsin.media.Samples;
import fr.tocsin.media.Upload;
import fr.tocsin.publishing.PublicationId;
import fr.tocsin.publishing.Publishing;
import fr.tocsin.publishing.Records;
import fr.tocsin.units.Cast;
import fr.tocsin.units.Memberships;
import fr.tocsin.units.Role;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@TocsinTest
@AutoConfigureMockMvc
@RecordApplicationEvents
class StudioTest {

    @Autowired ApplicationContext context;
    @Autowired MockMvc mvc;
    @Autowired Media media;
    @Autowired Publishing publishing;
    @Autowired Records records;
    @Autowired ApplicationEvents events;

    Cast cast;
    MediaItem item;

    @BeforeEach
    void newPicture() {
        cast = Cast.in(context);
        item = stored(Samples.planted("JPEG EXIF"));
    }

    @Test
    void theEditedPictureTakesThePlaceOfTheOldOneAndKeepsNothingOfIt() throws Exception {
        var edited = edited(mask(post(studio())), item.id());

        assertThat(media.recent(cast.unit.id())).extracting(MediaItem::id).containsExactly(edited);
        var made = media.view(cast.unit.id(), edited).orElseThrow();
        var picture = ImageIO.read(new ByteArrayInputStream(made.bytes()));
        var middle = picture.getRGB(picture.getWidth() / 2, picture.getHeight() / 2);
        assertThat(Math.abs((middle >> 16 & 0xFF) - 0x1B)).isLessThan(6);
        var kept = ImageMetadataReader.readMetadata(new ByteArrayInputStream(made.bytes()));
        assertThat(kept.getDirectories())
                .extracting(directory -> directory.getName())
                .doesNotContain("Exif IFD0", "Exif Thumbnail", "GPS", "XMP");
    }

    @Test
    void theOriginalIsShownToFewAndEveryLookIsRecordedFirst() throws Exception {
        edited(mask(post(studio())), item.id());
        var original = cast.desk("/media/" + item.id());
        for (var copy : List.of("/view", "/thumbnail")) {
            mvc.perform(get(original + copy).with(cast.bob())).andExpect(status().isNotFound());
        }
        assertThat(media.publicRendition(cast.unit.id(), item.id(), 480)).isEmpty();

        mvc.perform(get(original + "/original").with(cast.bob()))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "no-store"));
        assertThat(events.stream(OriginalRead.class))
                .singleElement()
                .satisfies(read -> {
                    assertThat(read.picture()).isEqualTo(item.id());
                    assertThat(read.by()).isEqualTo(cast.bob.id());
                });
        assertThat(
                        mvc.perform(get(cast.desk("/audit")).with(cast.bob()))
                                .andReturn()
                                .getResponse()
                                .getContentAsString())
                .contains("Original consulté");
        var page = mvc.perform(get(original).with(cast.bob())).andReturn();
        assertThat(Jsoup.parse(page.getResponse().getContentAsString()).select(".timeline").text())
                .contains("Bob Bernard");
    }

    @Test
    void whoNeitherSentItInNorAnswersForItNeverSeesTheOriginal() throws Exception {
        edited(mask(post(studio())), item.id());
        var clerk = cast.bob;
        context.getBean(Memberships.class)
                .change(
                        cast.officer(cast.bob),
                        clerk.id(),
                        Set.of(Role.AUTHOR, Role.ADMINISTRATOR, Role.OBSERVER));
        var original = cast.desk("/media/" + item.id());
        for (var path : List.of("", "/original", "/view", "/studio", "/studio/preview")) {
            mvc.perform(get(original + path).with(cast.bob())).andExpect(status().isNotFound());
        }
        mvc.perform(mask(post(original + "/studio")).with(cast.bob()).with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(get(original + "/original").with(cast.alice())).andExpect(status().isOk());
    }

    @Test
    void anOpenPublicationShowsTheEditedPictureAtOnce() throws Exception {
        var id = drafted();
        mvc.perform(
                        mask(post(studio()))
                                .param("from", "/publications/" + id + "/edit")
                                .with(cast.alice())
                                .with(csrf()))
                .andExpect(redirectedUrl(cast.desk("/publications/" + id + "/edit#pictures")));

        var image = records.find(cast.officer(cast.alice), id).draft().images().getFirst();
        assertThat(image.media()).isNotEqualTo(item.id());
        assertThat(image.alt()).isEqualTo("Une voiture");
        var stale = records.find(cast.officer(cast.alice), id);
        publishing.save(
                cast.officer(cast.alice),
                id,
                stale.version(),
                stale.draft().showing(List.of(new Post.Image(item.id(), "Une voiture"))));
        assertThat(records.find(cast.officer(cast.alice), id).draft().images().getFirst().media())
                .isEqualTo(image.media());
    }

    @Test
    void anEditGoesOnFromTheOriginal() throws Exception {
        var first = edited(mask(post(studio())), item.id());
        var page = mvc.perform(get(studio(first)).with(cast.alice())).andReturn();
        var form = Jsoup.parse(page.getResponse().getContentAsString());
        assertThat(form.select("input[name='masks.0.left']").val()).isEqualTo("40.0");
        assertThat(form.select("select[name='masks.0.cover'] option[selected]").val())
                .isEqualTo("SOLID");

        var second = edited(post(studio(first)).param("quarters", "1"), first);
        var turned = media.find(cast.unit.id(), second).orElseThrow();
        assertThat(turned.width()).isEqualTo(item.height());
        assertThat(media.current(cast.unit.id(), item.id()).orElseThrow().id()).isEqualTo(second);
    }

    @Test
    void worksWithoutScripts() throws Exception {
        var added = form(post(studio() + "/form").param("change", "add:MOSAIC"));
        assertThat(added.select("#masks > li")).hasSize(1);
        assertThat(added.select("#result").attr("src")).contains("masks.0.cover=MOSAIC");
        var turned =
                form(
                        post(studio() + "/form")
                                .param("masks.0.left", "10")
                                .param("masks.0.top", "20")
                                .param("masks.0.width", "30")
                                .param("masks.0.height", "40")
                                .param("change", "turn"));
        assertThat(turned.select("input[name=quarters]").val()).isEqualTo("1");
        assertThat(turned.select("input[name='masks.0.left']").val()).isEqualTo("40.0");
        assertThat(turned.select("input[name='masks.0.top']").val()).isEqualTo("10.0");
        var removed = form(mask(post(studio() + "/form")).param("change", "remove:0"));
        assertThat(removed.select("#masks > li")).isEmpty();
        var worded =
                form(
                        post(studio() + "/form")
                                .param("change", "caption:APPEAL:TOP:Avez-vous vu ? 100 %"));
        var source = worded.select("#result").attr("src");
        assertThat(source).contains("caption.tone=APPEAL").contains("100%20%25");
        mvc.perform(get(URI.create(source)).with(cast.alice())).andExpect(status().isOk());
    }

    @Test
    void savesNothingWhenNothingChanged() throws Exception {
        mvc.perform(post(studio()).with(cast.alice()).with(csrf()))
                .andExpect(status().isUnprocessableContent());
        assertThat(media.recent(cast.unit.id())).hasSize(1);
    }

    @Test
    void survivesWhateverIsSent() throws Exception {
        for (var junk : List.of("NaN", "1e999", "-5", "", "💥", "99999999999")) {
            mvc.perform(
                            mask(post(studio() + "/form"))
                                    .param("masks.0.left", junk)
                                    .param("quarters", junk)
                                    .param("masks.1.width", junk)
                                    .param("masks.1.height", junk)
                                    .param("crop.width", junk)
                                    .param("crop.height", junk)
                                    .param("change", "remove:" + junk)
                                    .with(cast.alice())
                                    .with(csrf()))
                    .andExpect(status().isOk());
        }
    }

    @Test
    void theUnitsWatermarkIsChosenAndApplied() throws Exception {
        var logo = Samples.png(Samples.drawing(60, 40));
        mvc.perform(
                        multipart(cast.desk("/media/marks/watermark"))
                                .file(new MockMultipartFile("logo", "l.png", "image/png", logo))
                                .param("corner", "TOP_LEFT")
                                .with(cast.bob())
                                .with(csrf()))
                .andExpect(status().isSeeOther());
        mvc.perform(get(cast.desk("/media/marks/logo")).with(cast.alice()))
                .andExpect(status().isOk());
        var edited = edited(post(studio()).param("watermark", "on"), item.id());
        assertThat(edited).isNotEqualTo(item.id());
        mvc.perform(
                        multipart(cast.desk("/media/marks/watermark"))
                                .file(new MockMultipartFile("logo", "", "x", new byte[] {1, 2}))
                                .with(cast.bob())
                                .with(csrf()))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(
                        post(cast.desk("/media/marks/letterings"))
                                .param("words", "Gardez vos distances")
                                .with(cast.bob())
                                .with(csrf()))
                .andExpect(status().isSeeOther());
        var page = mvc.perform(get(studio(edited)).with(cast.alice())).andReturn();
        assertThat(page.getResponse().getContentAsString()).contains("Gardez vos distances");
        mvc.perform(
                        post(cast.desk("/media/marks/letterings"))
                                .param("words", "x")
                                .with(cast.alice())
                                .with(csrf()))
                .andExpect(status().isForbidden());
    }

    @Test
    void aStrangerFindsNothing() throws Exception {
        var elsewhere = "/desk/" + cast.elsewhere.slug() + "/media/" + item.id();
        for (var path : List.of("/studio", "/studio/preview", "/original")) {
            for (var base : List.of(cast.desk("/media/" + item.id()), elsewhere)) {
                mvc.perform(get(base + path).with(cast.charlie())).andExpect(status().isNotFound());
            }
        }
        for (var path : List.of("/studio", "/studio/form")) {
            for (var base : List.of(cast.desk("/media/" + item.id()), elsewhere)) {
                mvc.perform(mask(post(base + path)).with(cast.charlie()).with(csrf()))
                        .andExpect(status().isNotFound());
            }
        }
        for (var path : List.of("/media/marks", "/media/marks/logo")) {
            mvc.perform(get(cast.desk(path)).with(cast.charlie())).andExpect(status().isNotFound());
        }
        for (var path :
                List.of(
                        "/media/marks/watermark",
                        "/media/marks/letterings",
                        "/media/marks/letterings/" + UUID.randomUUID() + "/removal")) {
            mvc.perform(post(cast.desk(path)).with(cast.charlie()).with(csrf()))
                    .andExpect(status().isNotFound());
        }
    }

    private PublicationId drafted() {
        var alice = cast.officer(cast.alice);
        var blank = publishing.draft(alice, Kind.ALERT);
        publishing.save(
                alice,
                blank.id(),
                blank.version(),
                blank.draft().showing(List.of(new Post.Image(item.id(), "Une voiture"))));
        return blank.id();
    }

    private String studio() {
        return studio(item.id());
    }

    private String studio(MediaId id) {
        return cast.desk("/media/" + id + "/studio");
    }

    private static MockHttpServletRequestBuilder mask(MockHttpServletRequestBuilder request) {
        return request.param("masks.0.left", "40")
                .param("masks.0.top", "40")
                .param("masks.0.width", "20,0")
                .param("masks.0.height", "20.0")
                .param("masks.0.cover", "SOLID");
    }

    private Document form(MockHttpServletRequestBuilder request) throws Exception {
        var answer =
                mvc.perform(request.with(cast.alice()).with(csrf()))
                        .andExpect(status().isOk())
                        .andReturn();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }

    private MediaId edited(MockHttpServletRequestBuilder request, MediaId old) throws Exception {
        mvc.perform(request.with(cast.alice()).with(csrf())).andExpect(status().isSeeOther());
        return media.current(cast.unit.id(), old).orElseThrow().id();
    }

    private MediaItem stored(byte[] file) {
        return switch (media.store(cast.unit.id(), cast.alice.id(), "plaque.jpg", file)) {
            case Upload.Stored stored -> stored.item();
            case Upload.Refused refused -> throw new AssertionError(refused);
        };
    }
}
