package fr.tocsin.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.tocsin.audit.Audit;
import fr.tocsin.audit.Entry;
import fr.tocsin.audit.Search;
import fr.tocsin.database.TocsinTest;
import fr.tocsin.settings.Settings;
import fr.tocsin.signin.Demonstration;
import fr.tocsin.units.Cast;
import fr.tocsin.units.Members;
import fr.tocsin.units.UnitId;
import fr.tocsin.units.Units;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/// What a unit takes away is opened as whoever gets it would open it.
@TocsinTest
@AutoConfigureMockMvc
class ExportTest {

    @Autowired private ApplicationContext context;
    @Autowired private MockMvc mvc;
    @Autowired private Demonstration demonstration;
    @Autowired private Units units;
    @Autowired private Members members;
    @Autowired private Audit audit;
    @Autowired private JdbcClient jdbc;
    @Autowired private Settings settings;

    @TempDir private Path folder;

    private UnitId unit;

    @BeforeEach
    void loadTheDemonstration() {
        demonstration.load();
        unit = units.bySlug("gendarmerie-86").orElseThrow().id();
    }

    @Test
    void everyPublicationIsThereAsPageAsDataAndWithItsPictures() throws Exception {
        var files = unzipped(download());

        var index = Jsoup.parse(text(files, "index.html"));
        var links = index.select("td a").eachAttr("href");
        assertThat(links).hasSize(count("publication"));
        assertThat(index.text()).contains("/u/gendarmerie-86/feed.atom");
        var pictures = 0;
        for (var link : links) {
            var page = Jsoup.parse(text(files, link));
            var data =
                    JsonMapper.shared()
                            .readTree(text(files, link.replace("index.html", "publication.json")));
            assertThat(page.select("h1").text()).isNotBlank();
            assertThat(page.select(".text").first()).isNotNull();
            assertThat(data.path("timeline").size()).isPositive();
            for (var image : page.select("img")) {
                var file = files.get(link.replace("index.html", image.attr("src")));
                assertThat(ImageIO.read(new ByteArrayInputStream(file))).isNotNull();
                assertThat(image.attr("alt")).isNotBlank();
                pictures++;
            }
        }
        assertThat(pictures).isPositive();
        assertThat(text(files, "unit.json")).contains("gendarmerie-86");
        for (var name : files.keySet()) {
            assertThat(name).doesNotStartWith("/").doesNotContain("..");
        }
        var published =
                jdbc.sql("SELECT publication_id::text FROM site_post WHERE unit_id = :unit LIMIT 1")
                        .param("unit", unit.value())
                        .query(String.class)
                        .single();
        var page = text(files, "publications/" + published + "/index.html");
        assertThat(page).contains("/u/gendarmerie-86/20");
        assertThat(audit.find(unit, Search.ALL, 1))
                .extracting(Entry::act)
                .containsExactly("unit-exported");
    }

    @Test
    void theCommandWritesTheSame() throws Exception {
        var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);

        assertThat(ExportCommand.run(settings, List.of("gendarmerie-86", "g.zip"), folder, out))
                .isZero();

        var byCommand = unzipped(Files.readAllBytes(folder.resolve("g.zip")));
        var byDesk = unzipped(download());
        assertThat(byCommand.keySet()).isEqualTo(byDesk.keySet());
        assertThat(text(byCommand, "index.html")).isEqualTo(text(byDesk, "index.html"));
        assertThat(ExportCommand.run(settings, List.of("gendarmerie-86", "g.zip"), folder, out))
                .isEqualTo(1);
        assertThat(ExportCommand.run(settings, List.of("nobody", "n.zip"), folder, out))
                .isEqualTo(1);
        assertThat(ExportCommand.run(settings, List.of(), folder, out)).isEqualTo(2);
    }

    @Test
    void onlyAnAdministratorTakesItAndCharlieFindsNothing() throws Exception {
        var cast = Cast.in(context);
        mvc.perform(post(cast.desk("/archive")).with(cast.alice()).with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(post(cast.desk("/archive")).with(cast.charlie()).with(csrf()))
                .andExpect(status().isNotFound());
        assertThat(audit.find(cast.unit.id(), Search.ALL, 1)).isEmpty();
    }

    private byte[] download() throws Exception {
        var cast = Cast.in(context);
        var bruno = members.byEmail("bruno@gendarmerie-86.example").orElseThrow();
        return mvc.perform(post("/desk/gendarmerie-86/archive").with(cast.as(bruno)).with(csrf()))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/zip"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    private int count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table + " WHERE unit_id = :unit")
                .param("unit", unit.value())
                .query(Integer.class)
                .single();
    }

    private static String text(Map<String, byte[]> files, String name) {
        assertThat(files).containsKey(name);
        return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> unzipped(byte[] archive) throws IOException {
        var files = new TreeMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
