package fr.tocsin.media.moving;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadataNode;

/// Moving pictures for tests, made here, with things planted in them that must not leave.
public final class Reels {

    public static final String PLANTED = "PLANTED";

    private Reels() {}

    /// An MP4 of so many seconds, 640 by 360, whose boxes are all there and whose pictures are not.
    public static byte[] mp4(int seconds) {
        return mp4(seconds, "isom", "avc1", "vide");
    }

    static byte[] mp4(int seconds, String brand, String coding, String secondTrack) {
        var planted = box("udta", box("©xyz", bytes("+46.58+0.34/" + PLANTED)));
        var movie =
                box(
                        "moov",
                        box("mvhd", header(seconds)),
                        track("vide", coding, planted),
                        track(secondTrack.equals("vide") ? "soun" : secondTrack, "mp4a"),
                        planted,
                        box("meta", bytes(PLANTED)));
        return joined(
                box("ftyp", bytes(brand + "\0\0\0\0" + brand)),
                movie,
                box("uuid", bytes("XMP " + PLANTED)),
                box("mdat", new byte[64]));
    }

    private static byte[] track(String handler, String coding, byte[]... more) {
        var picture = handler.equals("vide");
        var head = ByteBuffer.allocate(84);
        head.putInt(4, 0x7EAD_BEEF).putInt(8, 0x7EAD_BEEF);
        head.putInt(40, 0x10000);
        head.putInt(76, picture ? 640 << 16 : 0).putInt(80, picture ? 360 << 16 : 0);
        return box(
                "trak",
                joined(
                        box("tkhd", head.array()),
                        box(
                                "mdia",
                                box("mdhd", header(1)),
                                box(
                                        "hdlr",
                                        joined(
                                                new byte[8],
                                                bytes(handler),
                                                new byte[12],
                                                bytes(PLANTED + "\0"))),
                                box(
                                        "minf",
                                        box(
                                                "stbl",
                                                box(
                                                        "stsd",
                                                        joined(
                                                                new byte[] {0, 0, 0, 0, 0, 0, 0, 1},
                                                                box(coding, new byte[70])))))),
                        joined(more)));
    }

    private static byte[] header(int seconds) {
        var head = ByteBuffer.allocate(100);
        head.putInt(4, 0x7EAD_BEEF).putInt(8, 0x7EAD_BEEF);
        return head.putInt(12, 1_000).putInt(16, seconds * 1_000).array();
    }

    /// A GIF of so many frames, each shown for half a second.
    public static byte[] gif(int frames) {
        var writer = ImageIO.getImageWritersByFormatName("gif").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(output);
            writer.prepareWriteSequence(null);
            for (var i = 0; i < frames; i++) {
                var frame = new BufferedImage(60, 40, BufferedImage.TYPE_INT_RGB);
                var graphics = frame.createGraphics();
                graphics.setColor(new Color(40 + i * 40 % 200, 90, 120));
                graphics.fillRect(0, 0, 60, 40);
                graphics.dispose();
                var about = writer.getDefaultImageMetadata(new ImageTypeSpecifier(frame), null);
                var root = new IIOMetadataNode("javax_imageio_gif_image_1.0");
                var control = new IIOMetadataNode("GraphicControlExtension");
                control.setAttribute("disposalMethod", "none");
                control.setAttribute("userInputFlag", "FALSE");
                control.setAttribute("transparentColorFlag", "FALSE");
                control.setAttribute("delayTime", "50");
                control.setAttribute("transparentColorIndex", "0");
                root.appendChild(control);
                var comments = new IIOMetadataNode("CommentExtensions");
                var comment = new IIOMetadataNode("CommentExtension");
                comment.setAttribute("value", PLANTED);
                comments.appendChild(comment);
                root.appendChild(comments);
                about.mergeTree("javax_imageio_gif_image_1.0", root);
                writer.writeToSequence(new IIOImage(frame, null, about), null);
            }
            writer.endWriteSequence();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    static byte[] box(String name, byte[]... content) {
        var body = joined(content);
        return joined(ByteBuffer.allocate(4).putInt(body.length + 8).array(), bytes(name), body);
    }

    static byte[] joined(byte[]... pieces) {
        var all = new ByteArrayOutputStream();
        for (var piece : pieces) {
            all.writeBytes(piece);
        }
        return all.toByteArray();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
