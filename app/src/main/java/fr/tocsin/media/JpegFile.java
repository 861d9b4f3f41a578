package fr.tocsin.media;

import fr.tocsin.media.Recognition.Bytes;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/// Walks the segments of a JPEG file (ITU T.81, annex B). What follows the end of the image, as
/// some phones append, is left out, and so is every segment that the pixels do not need.
final class JpegFile {

    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COMMENT = 0xFE;

    /// Each scan of a progressive file costs a pass over the whole picture.
    private static final int MAX_SCANS = 64;

    private final Bytes bytes;
    private final ByteArrayOutputStream kept;
    private int width;
    private int height;
    private int scans;
    private byte @Nullable [] exif;

    private JpegFile(Bytes bytes) {
        this.bytes = bytes;
        this.kept = new ByteArrayOutputStream(bytes.length());
    }

    static Specimen read(Bytes bytes) throws Unusable {
        return new JpegFile(bytes).walk();
    }

    private Specimen walk() throws Unusable {
        keep(0, 2);
        var at = 2;
        while (true) {
            while (bytes.u8(at) == 0xFF && bytes.u8(at + 1) == 0xFF) {
                at++;
            }
            if (bytes.u8(at) != 0xFF) {
                throw Unusable.damaged();
            }
            var marker = bytes.u8(at + 1);
            if (marker == END_OF_IMAGE) {
                keep(at, at + 2);
                return specimen();
            }
            var end = at + 2 + bytes.u16(at + 2);
            if (end < at + 4 || end > bytes.length()) {
                throw Unusable.damaged();
            }
            segment(marker, at, end);
            at = marker == START_OF_SCAN ? entropyCoded(end) : end;
        }
    }

    private void segment(int marker, int at, int end) throws Unusable {
        if (isFrame(marker)) {
            frame(marker, at);
        }
        if (marker == APP1 && exif == null && bytes.has(at + 4, "Exif\0\0")) {
            exif = bytes.slice(at + 10, end);
        }
        if (marker == START_OF_SCAN && (++scans > MAX_SCANS || width == 0)) {
            throw Unusable.damaged();
        }
        if (isNeeded(marker, at)) {
            keep(at, end);
        }
    }

    private void frame(int marker, int at) throws Unusable {
        var isCommon = marker <= 0xC2;
        if (!isCommon || width != 0 || bytes.u8(at + 4) != 8) {
            throw isCommon ? Unusable.damaged() : new Unusable("unknown");
        }
        height = bytes.u16(at + 5);
        width = bytes.u16(at + 7);
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0
                && marker <= 0xCF
                && marker != 0xC4
                && marker != 0xC8
                && marker != 0xCC;
    }

    private boolean isNeeded(int marker, int at) {
        return switch (marker) {
            case APP0 -> bytes.has(at + 4, "JFIF\0");
            case APP2 -> bytes.has(at + 4, "ICC_PROFILE\0");
            case APP14 -> bytes.has(at + 4, "Adobe");
            case COMMENT -> false;
            default -> marker < APP0 || marker > APP15;
        };
    }

    /// @return where the next marker begins
    private int entropyCoded(int start) {
        var at = start;
        while (bytes.u8(at) != 0xFF || isWithinScan(bytes.u8(at + 1))) {
            at++;
        }
        keep(start, at);
        return at;
    }

    /// Stuffed zeros, restart markers and fill bytes.
    private static boolean isWithinScan(int marker) {
        return marker == 0 || marker >= 0xD0 && marker <= 0xD7 || marker == 0xFF;
    }

    private void keep(int from, int to) {
        kept.write(bytes.all(), from, to - from);
    }

    private Specimen specimen() throws Unusable {
        if (scans == 0) {
            throw Unusable.damaged();
        }
        return new Specimen(
                Format.JPEG, width, height, Orientation.of(exif), null, kept.toByteArray());
    }
}
