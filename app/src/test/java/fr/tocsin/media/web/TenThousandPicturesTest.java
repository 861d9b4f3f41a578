package fr.tocsin.media.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import fr.tocsin.database.TocsinTest;
import fr.tocsin.units.Cast;
import java.time.Duration;
import java.util.Arrays;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/// A library of ten thousand pictures, which a service has after some years.
@TocsinTest
@AutoConfigureMockMvc
class TenThousandPicturesTest {

    private static final int PICTURES = 10_000;

    /// Far above what it takes, far below what a query for each picture would take.
    private static final Duration LIMIT = Duration.ofSeconds(1);

    @Autowired private ApplicationContext context;
    @Autowired private MockMvc mvc;
    @Autowired private JdbcClient jdbc;

    private Cast cast;

    @BeforeEach
    void fill() {
        cast = Cast.in(context);
        jdbc.sql(
                        """
                        INSERT INTO media (id, unit_id, sha256, type, width, height, bytes, original_name, default_alt,
                                           uploaded_by, created_at, tags, holder, expires_on, demo)
                        SELECT gen_random_uuid(), :unit, encode(sha256(n::text::bytea), 'hex'), 'image/jpeg', 1600, 1200,
                               400000, 'IMG_' || n || '.jpg', 'Route départementale ' || n || ' sous la neige',
                               :member, now() - n * interval '1 hour', 'route neige lot' || n % 50, 'Brigade ' || n % 9,
                               CASE WHEN n % 10 = 0 THEN current_date + n % 400 END, false
                          FROM generate_series(1, :pictures) n
                        """)
                .param("unit", cast.unit.id().value())
                .param("member", cast.alice.id().value())
                .param("pictures", PICTURES)
                .update();
        jdbc.sql("ANALYZE media").update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/media",
                "/media?page=200",
                "/media?q=neige lot7 brigade",
                "/media?q=introuvable",
                "/media?expiring=true"
            })
    void isSearchedAtOnce(String path) throws Exception {
        var times = new long[12];
        for (var i = 0; i < times.length; i++) {
            var start = System.nanoTime();
            mvc.perform(get(cast.desk(path)).with(cast.alice())).andExpect(status().isOk());
            times[i] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        var median = Duration.ofNanos(times[times.length / 2]);
        LoggerFactory.getLogger(getClass()).info("{}: {} ms", path, median.toMillis());
        assertThat(median).isLessThan(LIMIT);
    }

    @Test
    void saysHowManyThereAre() throws Exception {
        var page = mvc.perform(get(cast.desk("/media?page=209")).with(cast.alice())).andReturn();
        var html = Jsoup.parse(page.getResponse().getContentAsString());
        assertThat(html.select(".media > li")).hasSize(PICTURES - 208 * 48);
        assertThat(html.text().replaceAll("[\\p{Z}\\s]", "")).contains("10000images");
    }
}
