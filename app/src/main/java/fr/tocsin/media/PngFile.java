package fr.tocsin.media;

import fr.tocsin.media.Recognition.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// Walks the chunks of a PNG file (W3C PNG, third edition, section 5) and keeps those that the
/// pixels need.
final class PngFile {

    private static final int SIGNATURE = 8;

    /// No profile of a camera or a screen is larger.
    private static final int MAX_PROFILE = 4 << 20;

    private final Bytes bytes;
    private final ByteArrayOutputStream kept;
    private boolean hasPixels;
    private byte @Nullable [] exif;
    private byte @Nullable [] profile;

    private PngFile(Bytes bytes) {
        this.bytes = bytes;
        this.kept = new ByteArrayOutputStream(bytes.length());
    }

    static Specimen read(Bytes bytes) throws Unusable {
        return new PngFile(bytes).walk();
    }

    private Specimen walk() throws Unusable {
        if (!bytes.has(SIGNATURE + 4, "IHDR") || bytes.u32(SIGNATURE) != 13) {
            throw Unusable.damaged();
        }
        kept.write(bytes.all(), 0, SIGNATURE);
        var at = SIGNATURE;
        while (true) {
            var length = bytes.u32(at);
            if (length > bytes.length() - at - 12L) {
                throw Unusable.damaged();
            }
            var end = at + 12 + (int) length;
            var name = bytes.text(at + 4, 4);
            chunk(name, at, end);
            if (name.equals("IEND")) {
                return specimen();
            }
            at = end;
        }
    }

    private void chunk(String name, int at, int end) throws Unusable {
        switch (name) {
            case "IHDR", "PLTE", "tRNS", "IDAT", "IEND" -> {
                checkSum(at, end);
                hasPixels |= name.equals("IDAT");
                kept.write(bytes.all(), at, end - at);
            }
            case "acTL" -> throw new Unusable("animated");
            case "eXIf" -> exif = bytes.slice(at + 8, end - 4);
            case "iCCP" -> profile = profile(bytes.slice(at + 8, end - 4));
            default -> {
                // text, times, hints: not needed, and not published
            }
        }
    }

    private void checkSum(int at, int end) throws Unusable {
        var sum = new CRC32();
        sum.update(bytes.all(), at + 4, end - at - 8);
        if (sum.getValue() != bytes.u32(end - 4)) {
            throw Unusable.damaged();
        }
    }

    /// The profile behind its name (terminated by zero) and compression method.
    private static byte @Nullable [] profile(byte[] chunk) {
        var name = 0;
        while (name < chunk.length && chunk[name] != 0) {
            name++;
        }
        var inflater = new Inflater();
        try {
            if (name + 2 > chunk.length) {
                return null;
            }
            inflater.setInput(chunk, name + 2, chunk.length - name - 2);
            var buffer = new byte[MAX_PROFILE];
            var length = inflater.inflate(buffer);
            return inflater.finished() ? Arrays.copyOf(buffer, length) : null;
        } catch (DataFormatException e) {
            return null; // without its profile the picture is taken as sRGB
        } finally {
            inflater.end();
        }
    }

    private Specimen specimen() throws Unusable {
        var width = bytes.u32(SIGNATURE + 8);
        var height = bytes.u32(SIGNATURE + 12);
        if (!hasPixels || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
            throw Unusable.damaged();
        }
        return new Specimen(
                Format.PNG,
                (int) width,
                (int) height,
                Orientation.of(exif),
                profile,
                kept.toByteArray());
    }
}
