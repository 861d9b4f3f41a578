package fr.tocsin.media.moving;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/// Takes moving pictures in: as they are where networks take them so, else through ffmpeg.
public final class Moving {

    /// Largest file that is taken, in bytes: what the most careful network takes.
    public static final int MAX_BYTES = 40_000_000;

    private final Optional<Ffmpeg> ffmpeg;

    public Moving(Optional<Ffmpeg> ffmpeg) {
        this.ffmpeg = ffmpeg;
    }

    /// Whether this may be a moving picture; decided by its first bytes.
    public static boolean looksLike(byte[] file) {
        return GifFile.looksLike(file) || Mp4File.looksLike(file) || isOtherVideo(file);
    }

    /// @throws Unfit when it cannot be taken; without ffmpeg, more often
    public Motion read(byte[] file) throws Unfit {
        if (GifFile.looksLike(file)) {
            return GifFile.read(file);
        }
        try {
            if (!Mp4File.looksLike(file)) {
                throw Unfit.mendable("video-kind", "WebM, Matroska, AVI");
            }
            return Mp4File.read(file);
        } catch (Unfit unfit) {
            var made =
                    unfit.mendable()
                            ? ffmpeg.flatMap(program -> program.asMp4(file))
                            : Optional.<byte[]>empty();
            if (made.isEmpty()) {
                throw unfit;
            }
            if (made.get().length > MAX_BYTES) {
                throw Unfit.of("video-heavy", MAX_BYTES / 1_000_000);
            }
            return Mp4File.read(made.get());
        }
    }

    /// A still picture that stands for it until it is played, as PNG or JPEG: its first frame, or a
    /// plain card when nobody can look into it.
    ///
    /// @throws Unfit when even its first frame cannot be read
    public byte[] poster(Motion motion) throws Unfit {
        if (motion.type().equals(Motion.GIF)) {
            return png(firstFrame(motion.file()));
        }
        return ffmpeg.flatMap(program -> program.firstFrame(motion.file()))
                .orElseGet(() -> png(card(motion.width(), motion.height())));
    }

    private static BufferedImage firstFrame(byte[] gif) throws Unfit {
        var reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(gif))) {
            reader.setInput(input, true, true);
            return reader.read(0);
        } catch (IOException | RuntimeException e) { // decoders throw anything at damaged files
            throw Unfit.damaged();
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage card(int width, int height) {
        var scale = Math.min(1, 960.0 / Math.max(width, height));
        var across = Math.max(16, (int) (width * scale));
        var down = Math.max(16, (int) (height * scale));
        var card = new BufferedImage(across, down, BufferedImage.TYPE_INT_RGB);
        var graphics = card.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(0x0F1B33));
        graphics.fillRect(0, 0, across, down);
        var size = Math.min(across, down) / 3.0;
        graphics.setColor(new Color(0xDDE6F7));
        graphics.fill(new Ellipse2D.Double((across - size) / 2, (down - size) / 2, size, size));
        var play = new Path2D.Double();
        play.moveTo(across / 2.0 - size / 8, down / 2.0 - size / 4);
        play.lineTo(across / 2.0 - size / 8, down / 2.0 + size / 4);
        play.lineTo(across / 2.0 + size / 4, down / 2.0);
        play.closePath();
        graphics.setColor(new Color(0x0F1B33));
        graphics.fill(play);
        graphics.dispose();
        return card;
    }

    private static byte[] png(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("a picture could not be written into memory", e);
        }
        return bytes.toByteArray();
    }

    private static boolean isOtherVideo(byte[] file) {
        if (file.length < 12) {
            return false;
        }
        var matroska =
                (file[0] & 0xFF) == 0x1A
                        && (file[1] & 0xFF) == 0x45
                        && (file[2] & 0xFF) == 0xDF
                        && (file[3] & 0xFF) == 0xA3;
        var avi =
                file[0] == 'R'
                        && file[1] == 'I'
                        && file[2] == 'F'
                        && file[3] == 'F'
                        && file[8] == 'A'
                        && file[9] == 'V'
                        && file[10] == 'I';
        return matroska || avi;
    }
}
