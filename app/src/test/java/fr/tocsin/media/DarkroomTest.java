package fr.tocsin.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Set;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DarkroomTest {

    private static final Target AS_IT_IS =
            Target.of(new ImageRules(0, 0, 0, Set.of("image/jpeg", "image/png")));
    private static final Target AS_JPEG = Target.of(new ImageRules(0, 0, 0, Set.of("image/jpeg")));

    private final Darkroom darkroom = new Darkroom(200 << 20);

    @Test
    void letsNoMetadataThrough() throws Unusable {
        var targets =
                Set.of(
                        AS_IT_IS,
                        AS_JPEG,
                        Target.width(480),
                        Target.of(new ImageRules(900, 5_000, 64, Set.of("image/jpeg"))),
                        Target.of(new ImageRules(0, 0, 64, Set.of("image/png"))));
        for (var planted : Samples.planted().entrySet()) {
            assertThat(Samples.latin(planted.getValue())).contains("PLANTED");
            for (var target : targets) {
                var rendition = developed(planted.getValue(), target);
                assertThat(Samples.latin(rendition.bytes()))
                        .as(planted.getKey() + " " + target)
                        .doesNotContain("PLANTED", "Exif", "ICC_PROFILE", "iCCP", "eXIf", "tEXt");
            }
        }
    }

    /// Seen upright, red is always in the upper left, blue in the lower left.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void turnsThePictureAsTheCameraWasHeld(int orientation) throws Unusable {
        var stored = stored(Samples.corners(60, 40), orientation);
        var file = Samples.withChunk(Samples.png(stored), "eXIf", Samples.exif(orientation));
        var seen = Samples.read(developed(file, AS_IT_IS).bytes());
        assertThat(seen.getWidth()).isEqualTo(60);
        assertThat(seen.getHeight()).isEqualTo(40);
        assertThat(near(seen, 5, 5)).isEqualTo("red");
        assertThat(near(seen, 55, 5)).isEqualTo("green");
        assertThat(near(seen, 5, 35)).isEqualTo("white");
        assertThat(near(seen, 55, 35)).isEqualTo("blue");
    }

    @Test
    void appliesAnEmbeddedProfile() throws Unusable {
        var red = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
        var graphics = red.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, 32, 32);
        var profile = Samples.swappedProfile();
        var jpeg = Samples.withSegment(Samples.jpeg(red), 0xE2, Samples.profileSegment(profile));
        var png =
                Samples.withChunk(
                        Samples.png(red),
                        "iCCP",
                        Samples.joined(Samples.latin("p\0\0"), Samples.deflated(profile)));
        assertThat(near(Samples.read(developed(png, AS_IT_IS).bytes()), 9, 9)).isEqualTo("green");
        assertThat(near(Samples.read(developed(jpeg, AS_IT_IS).bytes()), 9, 9)).isEqualTo("green");
    }

    @Test
    void ignoresAProfileThatIsNone() throws Unusable {
        var jpeg = Samples.jpeg(Samples.corners(32, 32));
        var file =
                Samples.withSegment(
                        jpeg, 0xE2, Samples.profileSegment(Samples.latin("no profile at all")));
        assertThat(near(Samples.read(developed(file, AS_IT_IS).bytes()), 4, 4)).isEqualTo("red");
    }

    @Test
    void readsAPrintersInks() throws Unusable {
        var yellow =
                Samples.read(developed(Samples.cmykJpeg(32, 32, 0, 0, 255, 0), AS_JPEG).bytes());
        var pixel = new Color(yellow.getRGB(16, 16));
        assertThat(pixel.getRed()).isGreaterThan(200);
        assertThat(pixel.getGreen()).isGreaterThan(180);
        assertThat(pixel.getBlue()).isLessThan(100);
    }

    @ParameterizedTest
    @CsvSource({"10, 8", "11, 16"})
    void keepsGraysAsTheyAre(int type, int depth) throws Unusable {
        var gray = new BufferedImage(20, 20, type);
        for (var x = 0; x < 400; x++) {
            gray.getRaster().setSample(x % 20, x / 20, 0, depth == 16 ? 100 << 8 : 100);
        }
        var seen = Samples.read(developed(Samples.png(gray), AS_IT_IS).bytes());
        assertThat(new Color(seen.getRGB(9, 9)).getRed()).isBetween(98, 102);
    }

    @Test
    void keepsTransparencyWhereItMay() throws Unusable {
        var file = Samples.png(Samples.halfTransparent(80, 60));
        var kept = developed(file, AS_IT_IS);
        assertThat(kept.type()).isEqualTo("image/png");
        assertThat(Samples.read(kept.bytes()).getRGB(40, 50) >>> 24).isZero();
        var flat = developed(file, AS_JPEG);
        assertThat(flat.type()).isEqualTo("image/jpeg");
        assertThat(near(Samples.read(flat.bytes()), 40, 50)).isEqualTo("white");
    }

    @Test
    void flattensATransparentPictureThatIsTooHeavyAsPng() throws Unusable {
        var file = Samples.png(Samples.noise(300, 300, BufferedImage.TYPE_INT_ARGB));
        var rules = new ImageRules(120_000, 0, 0, Set.of("image/jpeg", "image/png"));
        var rendition = developed(file, Target.of(rules));
        assertThat(rendition.type()).isEqualTo("image/jpeg");
        assertThat(rendition.bytes().length).isLessThanOrEqualTo(120_000);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 600", "0, 90000, 0", "40000, 0, 0", "3000, 100000, 1000"})
    void keepsToEveryLimit(long bytes, long pixels, int side) throws Unusable {
        var file = Samples.jpeg(Samples.noise(900, 700, BufferedImage.TYPE_INT_RGB));
        var target = Target.of(new ImageRules(bytes, pixels, side, Set.of("image/jpeg")));
        var rendition = developed(file, target);
        assertThat(bytes == 0 || rendition.bytes().length <= bytes).isTrue();
        assertThat(pixels == 0 || rendition.width() * rendition.height() <= pixels).isTrue();
        assertThat(side == 0 || Math.max(rendition.width(), rendition.height()) <= side).isTrue();
        var shape = (double) rendition.width() / rendition.height();
        assertThat(shape).isBetween(1.15, 1.45);
        var seen = Samples.read(rendition.bytes());
        assertThat(seen.getWidth()).isEqualTo(rendition.width());
        assertThat(seen.getHeight()).isEqualTo(rendition.height());
    }

    @Test
    void neverBlowsAPictureUp() throws Unusable {
        var rendition = developed(Samples.jpeg(Samples.drawing(120, 80)), Target.width(1600));
        assertThat(rendition.width()).isEqualTo(120);
    }

    @Test
    void decodesEveryKindOfWebp() throws Unusable {
        for (var name : new String[] {"lossy", "lossless", "alpha", "metadata"}) {
            var seen = Samples.read(developed(Samples.webp(name), AS_JPEG).bytes());
            var turned = seen.getHeight() > seen.getWidth();
            var sun = new Color(turned ? seen.getRGB(44, 89) : seen.getRGB(89, 35));
            assertThat(sun.getRed()).as(name).isGreaterThan(150);
            assertThat(sun.getBlue()).as(name).isLessThan(80);
        }
        assertThat(developed(Samples.webp("alpha"), AS_IT_IS).type()).isEqualTo("image/png");
    }

    @Test
    void thinsOutAVeryLargePictureWhileReadingIt() throws Unusable {
        var rows = new byte[7_000 * (1 + 7_000 / 8)];
        var header = java.nio.ByteBuffer.allocate(13).putInt(7_000).putInt(7_000).put((byte) 1);
        var file =
                Samples.joined(
                        Samples.slice(Samples.png(Samples.drawing(1, 1)), 0, 8),
                        Samples.chunk("IHDR", header.array()),
                        Samples.chunk("IDAT", Samples.deflated(rows)),
                        Samples.chunk("IEND", new byte[0]));
        assertThat(developed(file, Target.width(960)).width()).isEqualTo(960);
    }

    @Test
    void managesManyAtOnceWithLittleMemory() throws Exception {
        var small = new Darkroom(20 << 20);
        var file = Samples.jpeg(Samples.drawing(1_200, 900));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new java.util.ArrayList<java.util.concurrent.Future<Integer>>();
            for (var i = 0; i < 12; i++) {
                all.add(
                        threads.submit(() ->
                                small.develop(Recognition.of(file), Target.width(480)).width()));
            }
            for (var one : all) {
                assertThat(one.get()).isEqualTo(480);
            }
        }
    }

    @Test
    void refusesRulesThatAdmitNothingWeCanMake() {
        var rules = new ImageRules(0, 0, 0, Set.of("image/avif"));
        assertThatIllegalArgumentException().isThrownBy(() -> Target.of(rules));
    }

    private Rendition developed(byte[] file, Target target) throws Unusable {
        return darkroom.develop(Recognition.of(file), target);
    }

    /// The pixels that a camera held that way stores: the inverse of making them upright.
    private static BufferedImage stored(BufferedImage seen, int orientation) {
        var inverse = orientation == 6 ? 8 : orientation == 8 ? 6 : orientation;
        return Orientation.upright(seen, inverse);
    }

    private static String near(BufferedImage image, int x, int y) {
        var pixel = new Color(image.getRGB(x, y));
        var red = pixel.getRed() > 180;
        var green = pixel.getGreen() > 180;
        var blue = pixel.getBlue() > 180;
        return red && green && blue
                ? "white"
                : red && !green
                        ? "red"
                        : green && !blue ? "green" : blue ? "blue" : pixel.toString();
    }
}
