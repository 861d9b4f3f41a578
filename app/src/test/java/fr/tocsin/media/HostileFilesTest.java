package fr.tocsin.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Damaged in every way, a file is either a picture or refused; nothing else is ever thrown, and
/// nothing hangs.
class HostileFilesTest {

    private static final Target SMALL =
            Target.of(new ImageRules(0, 0, 48, Set.of("image/jpeg", "image/png")));

    private final Darkroom darkroom = new Darkroom(200 << 20);

    @Test
    void flippedBitsAreRefusedOrSurvived() {
        samples()
                .forEach((name, sample) -> {
                    for (var seed = 0L; seed < 250; seed++) {
                        tryOut(name + " seed " + seed, flipped(sample, new Random(seed)));
                    }
                });
    }

    @Test
    void cutAndSplicedFilesAreRefusedOrSurvived() {
        samples()
                .forEach((name, sample) -> {
                    for (var seed = 0L; seed < 150; seed++) {
                        tryOut(name + " seed " + seed, spliced(sample, new Random(seed)));
                    }
                });
    }

    private void tryOut(String name, byte[] file) {
        assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> {
                    try {
                        var rendition = darkroom.develop(Recognition.of(file), SMALL);
                        assertThat(rendition.bytes()).isNotEmpty();
                    } catch (Unusable refused) {
                        assertThat(refused.refused().reason()).isNotEmpty();
                    }
                },
                name);
    }

    private static Map<String, byte[]> samples() {
        var samples = new LinkedHashMap<String, byte[]>();
        samples.put("jpeg", Samples.jpeg(Samples.drawing(60, 40)));
        samples.put("jpeg with exif", Samples.planted("JPEG EXIF"));
        samples.put("jpeg with profile", Samples.planted("JPEG profile"));
        samples.put("jpeg in four inks", Samples.cmykJpeg(40, 40, 10, 20, 30, 40));
        samples.put("png", Samples.png(Samples.drawing(60, 40)));
        samples.put("png with alpha", Samples.png(Samples.halfTransparent(60, 40)));
        samples.put(
                "png with palette",
                Samples.png(Samples.noise(40, 30, BufferedImage.TYPE_BYTE_INDEXED)));
        for (var name : new String[] {"lossy", "lossless", "alpha", "metadata"}) {
            samples.put("webp " + name, Samples.webp(name));
        }
        return samples;
    }

    private static byte[] flipped(byte[] sample, Random random) {
        var file = sample.clone();
        for (var i = 1 + random.nextInt(6); i > 0; i--) {
            file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return mended(file);
    }

    private static byte[] spliced(byte[] sample, Random random) {
        var from = random.nextInt(sample.length);
        var to = random.nextInt(sample.length);
        var rest = sample.length - Math.max(from, to);
        return mended(
                Samples.joined(
                        Samples.slice(sample, 0, Math.min(from, to)),
                        Samples.slice(
                                sample,
                                Math.max(from, to),
                                Math.max(from, to) + random.nextInt(rest + 1))));
    }

    /// Gives every PNG chunk its right sum again, so that the decoder gets to see the damage.
    private static byte[] mended(byte[] file) {
        if (file.length < 8 || file[1] != 'P') {
            return file;
        }
        var whole = Samples.slice(file, 0, 8);
        var bytes = new Recognition.Bytes(file);
        for (var at = 8; at + 12 <= file.length; ) {
            var length = bytes.u32(at);
            if (length > file.length - at - 12) {
                break;
            }
            var end = at + 8 + (int) length;
            whole =
                    Samples.joined(
                            whole, Samples.chunk(bytes.text(at + 4, 4), bytes.slice(at + 8, end)));
            at = end + 4;
        }
        return whole;
    }
}
