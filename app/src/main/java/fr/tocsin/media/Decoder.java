package fr.tocsin.media;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.awt.Point;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Turns a specimen into pixels in sRGB. Only the three decoders named here ever see a file.
final class Decoder {

    /// Larger pictures are thinned out while they are read; no rendition needs more.
    private static final long MAX_DECODED_PIXELS = 16_000_000;

    private Decoder() {}

    /// @throws Unusable when the pixels cannot be read to the last one
    static BufferedImage decode(Specimen specimen) throws Unusable {
        var reader = reader(specimen.format());
        try (var input =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(specimen.content()))) {
            reader.setInput(input, true, true);
            if (reader.getWidth(0) != specimen.width()
                    || reader.getHeight(0) != specimen.height()) {
                throw Unusable.damaged();
            }
            var how = reader.getDefaultReadParam();
            var step = step(specimen);
            how.setSourceSubsampling(step, step, 0, 0);
            return inSrgb(reader.read(0, how), specimen);
        } catch (IOException | RuntimeException e) { // decoders throw anything at damaged files
            throw Unusable.damaged();
        } finally {
            reader.dispose();
        }
    }

    /// Upper bound of the memory that decoding takes, in bytes.
    static long cost(Specimen specimen) {
        var pixels = (long) specimen.width() * specimen.height();
        var step = step(specimen);
        return 8 * pixels / ((long) step * step)
                + (specimen.format() == Format.WEBP ? 4 * pixels : 0);
    }

    private static int step(Specimen specimen) {
        var step = 1;
        var pixels = (long) specimen.width() * specimen.height();
        while (pixels / ((long) step * step) > MAX_DECODED_PIXELS) {
            step++;
        }
        return step;
    }

    private static ImageReader reader(Format format) {
        try {
            return switch (format) {
                case JPEG -> jpeg().createReaderInstance(null);
                case WEBP -> new WebPImageReaderSpi().createReaderInstance(null);
                case PNG -> ImageIO.getImageReadersByFormatName("png").next();
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Finds its own delegate only once it is registered.
    private static JPEGImageReaderSpi jpeg() {
        var registry = IIORegistry.getDefaultInstance();
        synchronized (registry) {
            var known = registry.getServiceProviderByClass(JPEGImageReaderSpi.class);
            if (known == null) {
                known = new JPEGImageReaderSpi();
                registry.registerServiceProvider(known);
            }
            return known;
        }
    }

    private static BufferedImage inSrgb(BufferedImage image, Specimen specimen) {
        var profiled = specimen.profile() == null ? image : profiled(image, specimen.profile());
        var space = profiled.getColorModel().getColorSpace();
        if (space.getType() == ColorSpace.TYPE_GRAY) {
            return gray(profiled);
        }
        if (space.isCS_sRGB()) {
            return profiled;
        }
        var converted =
                new BufferedImage(
                        profiled.getWidth(),
                        profiled.getHeight(),
                        profiled.getColorModel().hasAlpha()
                                ? BufferedImage.TYPE_INT_ARGB
                                : BufferedImage.TYPE_INT_RGB);
        return new ColorConvertOp(null).filter(profiled, converted);
    }

    /// The same pixels, understood as the profile means them. A profile that does not fit them or
    /// is no profile is left aside, as browsers do.
    private static BufferedImage profiled(BufferedImage image, byte[] profile) {
        try {
            var icc = ICC_Profile.getInstance(profile);
            var alpha = image.getColorModel().hasAlpha();
            if (icc.getColorSpaceType() != ColorSpace.TYPE_RGB) {
                return image;
            }
            var plain =
                    new BufferedImage(
                            image.getWidth(),
                            image.getHeight(),
                            alpha ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
            var graphics = plain.createGraphics();
            graphics.drawRenderedImage(image, null);
            graphics.dispose();
            ColorModel colours =
                    new ComponentColorModel(
                            new ICC_ColorSpace(icc),
                            alpha,
                            false,
                            alpha ? ColorModel.TRANSLUCENT : ColorModel.OPAQUE,
                            DataBuffer.TYPE_BYTE);
            var pixels =
                    Raster.createWritableRaster(
                            plain.getSampleModel(), plain.getRaster().getDataBuffer(), new Point());
            return new BufferedImage(colours, pixels, false, null);
        } catch (IllegalArgumentException | CMMException e) {
            return image;
        }
    }

    /// Gray values are taken as they are: Java's own gray is linear and would brighten them.
    private static BufferedImage gray(BufferedImage image) {
        var raster = image.getRaster();
        var bands = raster.getNumBands();
        var depth = Math.max(8, image.getColorModel().getComponentSize(0)) - 8;
        var alpha = bands > 1;
        var plain =
                new BufferedImage(
                        image.getWidth(),
                        image.getHeight(),
                        alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var row = new int[image.getWidth() * bands];
        var out = new int[image.getWidth()];
        for (var y = 0; y < image.getHeight(); y++) {
            raster.getPixels(0, y, image.getWidth(), 1, row);
            for (var x = 0; x < out.length; x++) {
                var value = row[x * bands] >>> depth;
                var opacity = alpha ? row[x * bands + 1] >>> depth : 0xFF;
                out[x] = opacity << 24 | value << 16 | value << 8 | value;
            }
            plain.setRGB(0, y, out.length, 1, out, 0, out.length);
        }
        return plain;
    }
}
