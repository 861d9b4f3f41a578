package fr.tocsin.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetsTest {

    private final Assets assets = new Assets();

    @Test
    void carryAHashOfTheirContentInTheirName() {
        assertThat(assets.url("desk.js")).matches("/assets/desk\\.[0-9a-f]{12}\\.js");
    }

    @Test
    void areMissingOnlyByMistake() {
        assertThatThrownBy(() -> assets.url("nothing.css")).hasMessageContaining("nothing.css");
    }

    @ParameterizedTest
    @ValueSource(strings = {"site.css", "desk.css"})
    void styleSheetsAskForNothingMoreAndStayLight(String name) throws IOException {
        var css = content(name);

        assertThat(new String(css, StandardCharsets.UTF_8))
                .doesNotContain("@import", "@charset", "http://")
                .containsPattern("url\\(\"/assets/fonts/[\\w-]+\\.[0-9a-f]{12}\\.woff2\"\\)");
        assertThat(gzipped(css)).isLessThan(25_000);
    }

    @Test
    void whatIsImportedStandsInItsLayer() {
        var files = Map.of("a.css", "@charset \"UTF-8\";a{}@import \"b.css\";", "b.css", "b{}");

        assertThat(Stylesheet.whole("@import \"a.css\" layer(base);", files::get))
                .isEqualToIgnoringWhitespace("@layer base { a{}b{} }");
    }

    private byte[] content(String name) throws IOException {
        var file = assets.file(assets.url(name).substring("/assets/".length()));
        assertThat(file).isNotNull();
        return file.getContentAsByteArray();
    }

    private static int gzipped(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.size();
    }
}
