package fr.tocsin.media;

import fr.tocsin.media.Recognition.Bytes;
import org.jspecify.annotations.Nullable;

/// Walks the chunks of a WebP file (RFC 9649, section 2).
final class WebpFile {

    private static final int FIRST_CHUNK = 12;
    private static final int ANIMATION = 0x02;

    private final Bytes bytes;
    private int canvasWidth;
    private int canvasHeight;
    private int width;
    private int height;
    private byte @Nullable [] exif;

    private WebpFile(Bytes bytes) {
        this.bytes = bytes;
    }

    static Specimen read(Bytes bytes) throws Unusable {
        return new WebpFile(bytes).walk();
    }

    private Specimen walk() throws Unusable {
        var end = bytes.u32le(4) + 8;
        if (end > bytes.length()) {
            throw Unusable.damaged();
        }
        for (long at = FIRST_CHUNK; at + 8 <= end; ) {
            var start = (int) at + 8;
            var length = bytes.u32le((int) at + 4);
            if (length > end - start) {
                throw Unusable.damaged();
            }
            chunk(bytes.text((int) at, 4), start, start + (int) length);
            at = start + length + length % 2;
        }
        return specimen((int) end);
    }

    private void chunk(String name, int start, int end) throws Unusable {
        switch (name) {
            case "VP8X" -> {
                if ((bytes.u8(start) & ANIMATION) != 0) {
                    throw new Unusable("animated");
                }
                canvasWidth = 1 + u24(start + 4);
                canvasHeight = 1 + u24(start + 7);
            }
            case "VP8 " -> lossy(start);
            case "VP8L" -> lossless(start);
            case "ANIM", "ANMF" -> throw new Unusable("animated");
            case "EXIF" -> {
                var header = bytes.has(start, "Exif\0\0") ? 6 : 0;
                exif = bytes.slice(start + header, end);
            }
            default -> {
                // colour profile: the decoder's; XMP and unknown chunks: nobody's
            }
        }
    }

    /// RFC 6386, section 9.1.
    private void lossy(int start) throws Unusable {
        if (bytes.u8(start + 3) != 0x9D
                || bytes.u8(start + 4) != 0x01
                || bytes.u8(start + 5) != 0x2A) {
            throw Unusable.damaged();
        }
        width = bytes.u16le(start + 6) & 0x3FFF;
        height = bytes.u16le(start + 8) & 0x3FFF;
    }

    /// RFC 9649, section 3.4.
    private void lossless(int start) throws Unusable {
        if (bytes.u8(start) != 0x2F) {
            throw Unusable.damaged();
        }
        var sizes = bytes.u32le(start + 1);
        width = 1 + (int) (sizes & 0x3FFF);
        height = 1 + (int) (sizes >> 14 & 0x3FFF);
    }

    private int u24(int at) {
        return bytes.u16le(at) | bytes.u8(at + 2) << 16;
    }

    private Specimen specimen(int end) throws Unusable {
        var isSimple = canvasWidth == 0;
        if (width == 0 || !isSimple && (canvasWidth != width || canvasHeight != height)) {
            throw Unusable.damaged();
        }
        return new Specimen(
                Format.WEBP, width, height, Orientation.of(exif), null, bytes.slice(0, end));
    }
}
