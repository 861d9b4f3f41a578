package fr.tocsin.media.moving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Without ffmpeg: what fits is taken, the rest is refused with a reason.
class MovingTest {

    private final Moving moving = new Moving(Optional.empty());

    @Test
    void takesAVideoAndBlanksOutWhereAndWhenAndWho() throws Unfit {
        var file = Reels.mp4(65);
        assertThat(latin(file)).contains(Reels.PLANTED, "xyz", "+46.58");
        var motion = moving.read(file);

        assertThat(motion.type()).isEqualTo("video/mp4");
        assertThat(motion.width()).isEqualTo(640);
        assertThat(motion.height()).isEqualTo(360);
        assertThat(motion.millis()).isEqualTo(65_000);
        assertThat(latin(motion.file()))
                .doesNotContain(Reels.PLANTED, "+46.58", "udta", "meta", "uuid");
        assertThat(motion.file()).hasSameSizeAs(file);
        assertThat(latin(motion.file())).doesNotContain(latin(new byte[] {0x7E, (byte) 0xAD}));
        assertThat(latin(file)).contains(Reels.PLANTED);
        assertThat(moving.read(motion.file()).file()).isEqualTo(motion.file());
    }

    @ParameterizedTest
    @CsvSource({
        "isom, hvc1, vide, video-kind",
        "qt  , avc1, vide, video-kind",
        "isom, avc1, meta, video-track",
        "isom, avc1, gpmd, video-track"
    })
    void refusesWithAReasonWhatFfmpegWouldMend(
            String brand, String coding, String track, String reason) {
        var wide = (brand + "    ").substring(0, 4);
        assertThatThrownBy(() -> moving.read(Reels.mp4(5, wide, coding, track)))
                .isInstanceOfSatisfying(
                        Unfit.class,
                        unfit -> {
                            assertThat(unfit.reason()).isEqualTo(reason);
                            assertThat(unfit.mendable()).isTrue();
                        });
    }

    @Test
    void refusesWhatIsTooLong() {
        assertThatThrownBy(() -> moving.read(Reels.mp4(601)))
                .isInstanceOfSatisfying(
                        Unfit.class, unfit -> assertThat(unfit.reason()).isEqualTo("video-long"));
    }

    @Test
    void takesAnAnimationWithoutItsComments() throws Unfit, IOException {
        var file = Reels.gif(4);
        assertThat(latin(file)).contains(Reels.PLANTED);
        var motion = moving.read(file);

        assertThat(motion.type()).isEqualTo("image/gif");
        assertThat(motion.millis()).isEqualTo(2_000);
        assertThat(latin(motion.file())).doesNotContain(Reels.PLANTED);
        var reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(motion.file())));
        assertThat(reader.getNumImages(true)).isEqualTo(4);
        var poster = ImageIO.read(new ByteArrayInputStream(moving.poster(motion)));
        assertThat(poster.getWidth()).isEqualTo(60);
    }

    @Test
    void knowsAGifThatDoesNotMove() throws Unfit {
        assertThat(moving.read(Reels.gif(1)).millis()).isZero();
    }

    @Test
    void drawsACardWhereNobodyCanLookIntoTheVideo() throws Unfit, IOException {
        var poster = moving.poster(moving.read(Reels.mp4(5)));
        var card = ImageIO.read(new ByteArrayInputStream(poster));
        assertThat(card.getWidth()).isEqualTo(640);
        assertThat(card.getRGB(2, 2)).isNotEqualTo(card.getRGB(275, 180));
    }

    /// Every cut and every flipped byte is either taken or refused, and never anything else.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void survivesDamage(long seed) {
        var random = new Random(seed);
        for (var whole : new byte[][] {Reels.mp4(5), Reels.gif(3)}) {
            for (var i = 0; i < 300; i++) {
                var file = Arrays.copyOf(whole, 16 + random.nextInt(whole.length - 15));
                for (var flips = random.nextInt(4); flips > 0; flips--) {
                    file[random.nextInt(file.length)] = (byte) random.nextInt();
                }
                try {
                    var motion = moving.read(file);
                    assertThat(motion.file().length).isLessThanOrEqualTo(file.length);
                } catch (Unfit refused) {
                    assertThat(refused.reason()).isNotEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WEBVTT\\n\\n00:01.000 --> 00:02.000\\nBonjour|",
                "WEBVTT - titre\\n\\n1\\n00:00:01.000 --> 01:00:02.000 line:0\\nBonjour|",
                "Bonjour|1",
                "WEBVTT\\n\\n00:01,000 --> 00:02,000\\nBonjour|3",
                "WEBVTT\\n\\n00:03.000 --> 00:02.000\\nBonjour|3",
                "WEBVTT\\n\\n00:03.000 --> 00:04.000\\nA\\n\\n00:01.000 --> 00:05.000\\nB|6",
                "WEBVTT|1"
            })
    void readsCaptionsAsABrowserDoes(String text, Integer wrong) {
        assertThat(Captions.wrongLine(text.replace("\\n", "\n")))
                .isEqualTo(Optional.ofNullable(wrong));
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
