package fr.tocsin.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Writes pixels, and nothing but pixels, within a target's limits.
final class Encoder {

    private static final float[] QUALITIES = {0.88f, 0.82f, 0.75f, 0.66f, 0.55f};

    /// A drawing or a screen shot stays sharp as PNG up to here; a photograph is far beyond.
    private static final long MAX_LOSSLESS = 1 << 20;

    /// When the lowest quality is still too heavy, the picture shrinks by this much.
    private static final double SHRINK = 0.8;

    private static final int MIN_SIDE = 16;

    private Encoder() {}

    /// @param upright in sRGB, not larger than the target allows
    /// @param lossless whether the original kept every pixel
    /// @throws IllegalArgumentException when not even a tiny copy keeps to the limits
    static Rendition encode(BufferedImage upright, boolean lossless, Target target) {
        var image = upright;
        while (Math.min(image.getWidth(), image.getHeight()) >= 1) {
            var rendition = attempt(image, lossless, target);
            if (rendition.isPresent()) {
                return rendition.get();
            }
            var width = (int) (image.getWidth() * SHRINK);
            var height = (int) (image.getHeight() * SHRINK);
            if (Math.max(width, height) < MIN_SIDE) {
                break;
            }
            image = Scaler.scaled(image, Math.max(1, width), Math.max(1, height));
        }
        throw new IllegalArgumentException(
                "no picture fits into " + target.maxBytes() + " bytes as " + target.types());
    }

    private static Optional<Rendition> attempt(
            BufferedImage image, boolean lossless, Target target) {
        var wantsPng = lossless || Scaler.isTransparent(image);
        if (target.takes(Format.PNG) && (wantsPng || !target.takes(Format.JPEG))) {
            var png = png(image);
            if (target.holds(png.length)
                    && (png.length <= MAX_LOSSLESS || !target.takes(Format.JPEG))) {
                return Optional.of(rendition(Format.PNG, image, png));
            }
        }
        if (target.takes(Format.JPEG)) {
            var flat = Scaler.flat(image);
            for (var quality : QUALITIES) {
                var jpeg = jpeg(flat, quality);
                if (target.holds(jpeg.length)) {
                    return Optional.of(rendition(Format.JPEG, image, jpeg));
                }
            }
        }
        return Optional.empty();
    }

    private static Rendition rendition(Format format, BufferedImage image, byte[] bytes) {
        return new Rendition(format.type(), image.getWidth(), image.getHeight(), bytes);
    }

    private static byte[] jpeg(BufferedImage image, float quality) {
        return written(image, "jpeg", quality);
    }

    /// For PNG, quality 0 means the smallest file.
    private static byte[] png(BufferedImage image) {
        return written(image, "png", 0);
    }

    private static byte[] written(BufferedImage image, String format, float quality) {
        var writer = ImageIO.getImageWritersByFormatName(format).next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException("a picture could not be written into memory", e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
