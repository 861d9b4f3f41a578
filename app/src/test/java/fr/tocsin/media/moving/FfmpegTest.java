package fr.tocsin.media.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With the machine's own ffmpeg.
class FfmpegTest {

    @TempDir Path folder;

    private Moving moving;

    @BeforeEach
    void look() {
        var ffmpeg = Ffmpeg.installed();
        assumeTrue(ffmpeg.isPresent(), "ffmpeg is not installed; tools/needs/ffmpeg does it");
        moving = new Moving(ffmpeg);
    }

    @Test
    void makesAPhonesVideoFitWithoutWhereItWasFilmed() throws Exception {
        var filmed =
                made(
                        "phone.mov",
                        "-c:v",
                        "mpeg4",
                        "-metadata",
                        "location=+46.58+0.34/",
                        "-metadata",
                        "comment=PLANTED");
        var motion = moving.read(filmed);

        assertThat(motion.type()).isEqualTo("video/mp4");
        assertThat(motion.width()).isEqualTo(320);
        assertThat(motion.millis()).isBetween(1_900, 2_200);
        assertThat(new String(motion.file(), StandardCharsets.ISO_8859_1))
                .contains("avc1")
                .doesNotContain("+46.58", "PLANTED");
        var poster = ImageIO.read(new ByteArrayInputStream(moving.poster(motion)));
        assertThat(poster.getWidth()).isEqualTo(320);
        assertThat(poster.getRGB(10, 10)).isNotEqualTo(poster.getRGB(200, 100));
    }

    @Test
    void takesAnMp4ThatFitsByteForByteButItsMetadata() throws Exception {
        var filmed =
                made(
                        "a.mp4",
                        "-c:v",
                        "libx264",
                        "-pix_fmt",
                        "yuv420p",
                        "-metadata",
                        "title=PLANTED");
        var motion = moving.read(filmed);

        assertThat(motion.file()).hasSameSizeAs(filmed);
        assertThat(new String(motion.file(), StandardCharsets.ISO_8859_1))
                .doesNotContain("PLANTED");
    }

    @Test
    void refusesWhatItCannotReadEither() {
        var broken = Reels.mp4(5, "qt  ", "hvc1", "vide");
        assertThatThrownBy(() -> moving.read(broken)).isInstanceOf(Unfit.class);
    }

    @Test
    void readsNoPlaylistThatLeadsElsewhere() throws IOException {
        var secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        var playlist = "\u001AEß£" + "#EXTM3U\n#EXTINF:1,\nfile://" + secret + "\n#EXT-X-ENDLIST\n";
        assertThatThrownBy(() -> moving.read(playlist.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(Unfit.class);
    }

    private byte[] made(String name, String... how) throws Exception {
        var file = folder.resolve(name);
        var command = new ArrayList<String>();
        command.addAll(
                List.of(
                        "ffmpeg",
                        "-nostdin",
                        "-v",
                        "error",
                        "-f",
                        "lavfi",
                        "-i",
                        "testsrc=duration=2:size=320x240:rate=10"));
        command.addAll(List.of(how));
        command.add(file.toString());
        var process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor()).isZero();
        return Files.readAllBytes(file);
    }
}
