package fr.tocsin.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecognitionTest {

    @Test
    void knowsAPictureByItsContent() throws Unusable {
        var drawing = Samples.drawing(120, 80);
        assertThat(format(Samples.jpeg(drawing))).isEqualTo("JPEG 120×80");
        assertThat(format(Samples.png(drawing))).isEqualTo("PNG 120×80");
        for (var name : new String[] {"lossy", "lossless", "alpha", "metadata"}) {
            assertThat(format(Samples.webp(name))).isEqualTo("WEBP 120×80");
        }
    }

    @Test
    void namesWhatItIsNot() {
        var foreign =
                Map.ofEntries(
                        Map.entry("", "empty"),
                        Map.entry("GIF89a\1\0\1\0", "gif"),
                        Map.entry("\0\0\0\030ftypheic\0\0\0\0", "phone-format"),
                        Map.entry("\0\0\0\030ftypavif\0\0\0\0", "phone-format"),
                        Map.entry("\0\0\0\030ftypmp42\0\0\0\0", "video"),
                        Map.entry("%PDF-1.7\n", "document"),
                        Map.entry("<?xml version=\"1.0\"?><svg onload=\"x()\"/>", "document"),
                        Map.entry("<!DOCTYPE html><script>x()</script>", "unknown"),
                        Map.entry("PK\3\4 archive", "unknown"),
                        Map.entry("BM\0\0\0\0", "unknown"),
                        Map.entry("MZ\220\0", "unknown"));
        foreign.forEach((content, reason) ->
                assertThat(reason(Samples.latin(content))).as(content).isEqualTo(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png"})
    void refusesWhatIsCutOff(String kind) {
        var file = Samples.written(Samples.drawing(120, 80), kind);
        for (var length = 3; length < file.length; length++) {
            assertThat(reason(Samples.slice(file, 0, length)))
                    .as("%d of %d bytes", length, file.length)
                    .isIn("damaged", "unknown");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lossy", "lossless", "alpha"})
    void refusesWebpThatIsCutOff(String name) {
        var file = Samples.webp(name);
        for (var length = 12; length < file.length; length++) {
            assertThat(reason(Samples.slice(file, 0, length))).isEqualTo("damaged");
        }
    }

    @Test
    void refusesABombBeforeAnyPixelIsDecoded() {
        assertThat(reason(Samples.bomb(50_000, 50_000))).isEqualTo("too-large");
        assertThat(reason(Samples.bomb(Integer.MAX_VALUE, Integer.MAX_VALUE)))
                .isEqualTo("too-large");
        assertThat(reason(Samples.bomb(0, 100))).isEqualTo("damaged");
        assertThat(reason(Samples.bomb(-1, 100))).isEqualTo("damaged");
    }

    @Test
    void refusesAStripThatNoNetworkShows() {
        assertThat(reason(Samples.png(Samples.drawing(2_100, 100)))).isEqualTo("ratio");
        assertThat(reason(Samples.png(Samples.drawing(2_000, 100)))).isEqualTo("taken");
    }

    @Test
    void refusesWhatMoves() {
        assertThat(reason(Samples.webp("animated"))).isEqualTo("animated");
        var png = Samples.png(Samples.drawing(10, 10));
        assertThat(reason(Samples.withChunk(png, "acTL", new byte[8]))).isEqualTo("animated");
    }

    @Test
    void refusesAPngWhoseSumIsWrong() {
        var png = Samples.png(Samples.drawing(40, 30));
        png[60] ^= 1;
        assertThat(reason(png)).isEqualTo("damaged");
    }

    @Test
    void refusesAJpegOfCountlessScans() {
        var jpeg = Samples.jpeg(Samples.drawing(40, 30));
        var scan = Samples.latin(jpeg).indexOf("\u00FF\u00DA");
        var scans = Samples.slice(jpeg, scan, jpeg.length - 2);
        var file = Samples.slice(jpeg, 0, scan);
        for (var i = 0; i < 100; i++) {
            file = Samples.joined(file, scans);
        }
        assertThat(reason(Samples.joined(file, new byte[] {(byte) 0xFF, (byte) 0xD9})))
                .isEqualTo("damaged");
    }

    @Test
    void readsTheOrientationOfEveryFormat() throws Unusable {
        for (var planted : new String[] {"JPEG EXIF", "PNG EXIF", "WebP EXIF and XMP"}) {
            var specimen = Recognition.of(Samples.planted(planted));
            assertThat(specimen.orientation()).as(planted).isEqualTo(6);
            assertThat(specimen.uprightWidth()).as(planted).isEqualTo(80);
        }
    }

    @Test
    void givesTheDecoderNoMetadata() throws Unusable {
        for (var planted : Samples.planted().entrySet()) {
            if (!planted.getKey().startsWith("WebP") && !planted.getKey().equals("JPEG profile")) {
                var content = Recognition.of(planted.getValue()).content();
                assertThat(Samples.latin(content)).as(planted.getKey()).doesNotContain("PLANTED");
            }
        }
    }

    @Test
    void saysWhatIsWrongAndHowMuchWouldDo() {
        assertThatExceptionOfType(Unusable.class)
                .isThrownBy(() -> Recognition.of(Samples.bomb(10_000, 10_000)))
                .satisfies(
                        e -> assertThat(e.refused().args()).containsExactly(10_000L, 10_000L, 50L));
    }

    private static String format(byte[] file) throws Unusable {
        var specimen = Recognition.of(file);
        return specimen.format() + " " + specimen.width() + "×" + specimen.height();
    }

    private static String reason(byte[] file) {
        try {
            Recognition.of(file);
            return "taken";
        } catch (Unusable e) {
            return e.refused().reason();
        }
    }
}
