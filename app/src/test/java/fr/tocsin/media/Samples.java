package fr.tocsin.media;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Point;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Pictures for tests, made here, and the ways to plant things in them. The WebP files were made
/// once from [#drawing] with libwebp's own tools.
public final class Samples {

    /// What must never be found in a rendition.
    static final String PLANTED = "PLANTED";

    private static final int PNG_SIGNATURE = 8;

    private Samples() {}

    /// A sky, a sun, a meadow.
    public static BufferedImage drawing(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setPaint(
                new GradientPaint(
                        0, 0, new Color(30, 90, 160), 0, height, new Color(240, 190, 120)));
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(new Color(200, 40, 30));
        graphics.fill(new Ellipse2D.Double(0.6 * width, 0.2 * height, 0.3 * width, 0.3 * width));
        graphics.setColor(new Color(20, 80, 40));
        graphics.fillRect(0, 3 * height / 4, width, height / 4);
        graphics.dispose();
        return image;
    }

    /// Four corners in four colours: red, green, blue, white, clockwise from the upper left.
    static BufferedImage corners(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        var colours = new Color[] {Color.RED, Color.GREEN, Color.WHITE, Color.BLUE};
        for (var i = 0; i < 4; i++) {
            graphics.setColor(colours[i]);
            graphics.fillRect(i % 2 * width / 2, i / 2 * height / 2, width / 2, height / 2);
        }
        graphics.dispose();
        return image;
    }

    /// The lower half shines through.
    static BufferedImage halfTransparent(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        var graphics = image.createGraphics();
        graphics.setColor(new Color(200, 30, 30));
        graphics.fillRect(0, 0, width, height / 2);
        graphics.dispose();
        return image;
    }

    /// Incompressible.
    static BufferedImage noise(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        var random = new Random(17);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt() | 0x01000000);
            }
        }
        return image;
    }

    public static byte[] jpeg(BufferedImage image) {
        return written(image, "jpeg");
    }

    public static byte[] png(BufferedImage image) {
        return written(image, "png");
    }

    static byte[] webp(String name) {
        try (var file = Samples.class.getResourceAsStream("/media/" + name + ".webp")) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] written(BufferedImage image, String format) {
        try {
            var bytes = new ByteArrayOutputStream();
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException(format);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BufferedImage read(byte[] file) {
        try {
            return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Puts a segment right behind the start of a JPEG file.
    static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        var length = content.length + 2;
        return joined(
                slice(jpeg, 0, 2),
                new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length},
                content,
                slice(jpeg, 2, jpeg.length));
    }

    /// Puts a chunk behind the header of a PNG file.
    static byte[] withChunk(byte[] png, String name, byte[] content) {
        var header = PNG_SIGNATURE + 25;
        return joined(slice(png, 0, header), chunk(name, content), slice(png, header, png.length));
    }

    static byte[] chunk(String name, byte[] content) {
        var body = joined(latin(name), content);
        var sum = new CRC32();
        sum.update(body);
        return ByteBuffer.allocate(12 + content.length)
                .putInt(content.length)
                .put(body)
                .putInt((int) sum.getValue())
                .array();
    }

    /// A PNG that declares a size and holds next to nothing.
    static byte[] bomb(int width, int height) {
        var header = ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8);
        return joined(
                slice(png(drawing(1, 1)), 0, PNG_SIGNATURE),
                chunk("IHDR", header.array()),
                chunk("IDAT", deflated(new byte[100_000])),
                chunk("IEND", new byte[0]));
    }

    static byte[] deflated(byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// A TIFF structure as EXIF has it: description, orientation, a place, a thumbnail.
    static byte[] exif(int orientation) {
        var tiff = ByteBuffer.allocate(400).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put(latin("II*\0")).putInt(8).putShort((short) 3);
        entry(tiff, 0x010E, 2, 20, 100);
        entry(tiff, 0x0112, 3, 1, orientation);
        entry(tiff, 0x8825, 4, 1, 150);
        tiff.position(100).put(latin(PLANTED + "-DESCRIPTION"));
        tiff.position(150).putShort((short) 2);
        entry(tiff, 0x0001, 2, 2, 'N');
        entry(tiff, 0x001D, 2, 20, 250);
        tiff.position(250).put(latin(PLANTED + "-PLACE 46.58 0.34"));
        tiff.position(300).put(latin(PLANTED + "-THUMBNAIL"));
        return tiff.array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /// sRGB with red and green changed over, and a planted name.
    static byte[] swappedProfile() {
        var data = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        var text = new String(data, StandardCharsets.ISO_8859_1);
        var swapped = text.replace("rXYZ", "????").replace("gXYZ", "rXYZ").replace("????", "gXYZ");
        return latin(swapped + PLANTED + "-PROFILE");
    }

    static byte[] profileSegment(byte[] profile) {
        return joined(latin("ICC_PROFILE\0"), new byte[] {1, 1}, profile);
    }

    /// One colour, in the four inks of a printer.
    static byte[] cmykJpeg(int width, int height, int cyan, int magenta, int yellow, int black) {
        var raster = Raster.createInterleavedRaster(0, width, height, 4, new Point());
        var inks = new int[] {255 - cyan, 255 - magenta, 255 - yellow, 255 - black};
        fill(raster, inks);
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(raster, null, null), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Adobe's mark: version 100, no transform; inks are stored inverted
        return withSegment(
                bytes.toByteArray(),
                0xEE,
                joined(latin("Adobe"), new byte[] {0, 100, 0, 0, 0, 0, 0}));
    }

    private static void fill(WritableRaster raster, int[] pixel) {
        for (var y = 0; y < raster.getHeight(); y++) {
            for (var x = 0; x < raster.getWidth(); x++) {
                raster.setPixel(x, y, pixel);
            }
        }
    }

    /// Everything that can be planted, by the way it is planted.
    static Map<String, byte[]> planted() {
        var photo = jpeg(drawing(120, 80));
        var drawn = png(drawing(120, 80));
        var exif = exif(6);
        return Map.ofEntries(
                Map.entry("JPEG EXIF", withSegment(photo, 0xE1, joined(latin("Exif\0\0"), exif))),
                Map.entry(
                        "JPEG XMP",
                        withSegment(
                                photo,
                                0xE1,
                                latin("http://ns.adobe.com/xap/1.0/\0<x>" + PLANTED + "</x>"))),
                Map.entry(
                        "JPEG IPTC",
                        withSegment(photo, 0xED, latin("Photoshop 3.0\08BIM" + PLANTED))),
                Map.entry("JPEG comment", withSegment(photo, 0xFE, latin(PLANTED))),
                Map.entry("JPEG unknown", withSegment(photo, 0xE5, latin(PLANTED))),
                Map.entry(
                        "JPEG profile", withSegment(photo, 0xE2, profileSegment(swappedProfile()))),
                Map.entry("JPEG appended", joined(photo, latin("PK\3\4 " + PLANTED))),
                Map.entry("PNG text", withChunk(drawn, "tEXt", latin("Comment\0" + PLANTED))),
                Map.entry(
                        "PNG text XMP",
                        withChunk(drawn, "iTXt", latin("XML:com.adobe.xmp\0\0\0\0\0" + PLANTED))),
                Map.entry("PNG EXIF", withChunk(drawn, "eXIf", exif)),
                Map.entry(
                        "PNG profile",
                        withChunk(
                                drawn,
                                "iCCP",
                                joined(latin(PLANTED + "\0\0"), deflated(swappedProfile())))),
                Map.entry("PNG appended", joined(drawn, latin("<html>" + PLANTED))),
                Map.entry("WebP EXIF and XMP", webp("metadata")));
    }

    public static byte[] planted(String how) {
        return Objects.requireNonNull(planted().get(how), how);
    }

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static byte[] slice(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    static byte[] joined(byte[]... pieces) {
        var all = new ByteArrayOutputStream();
        for (var piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }
}
