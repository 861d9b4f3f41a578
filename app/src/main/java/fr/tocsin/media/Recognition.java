package fr.tocsin.media;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/// Says what a file is by looking into it. Names and declared types are never asked.
final class Recognition {

    /// Larger pictures would take the memory of everybody else.
    static final long MAX_PIXELS = 50_000_000;

    /// Longer strips are no photographs, and no network shows them.
    private static final int MAX_RATIO = 20;

    /// Brands of the ISO base media format (ISO/IEC 14496-12, 23008-12) behind which phones keep
    /// pictures.
    private static final Map<String, String> BRANDS =
            Map.of(
                    "heic", "HEIC", "heix", "HEIC", "heim", "HEIC", "hevc", "HEIC", "mif1", "HEIC",
                    "msf1", "HEIC", "avif", "AVIF", "avis", "AVIF");

    private Recognition() {}

    /// @throws Unusable when it is none of ours, damaged, animated or too large
    static Specimen of(byte[] file) throws Unusable {
        if (file.length == 0) {
            throw new Unusable("empty");
        }
        var bytes = new Bytes(file);
        Specimen specimen;
        try {
            if (bytes.startsWith(0xFF, 0xD8, 0xFF)) {
                specimen = JpegFile.read(bytes);
            } else if (bytes.startsWith(0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
                specimen = PngFile.read(bytes);
            } else if (bytes.has(0, "RIFF") && bytes.has(8, "WEBP")) {
                specimen = WebpFile.read(bytes);
            } else {
                throw foreign(bytes);
            }
        } catch (IndexOutOfBoundsException e) {
            throw Unusable.damaged();
        }
        return checked(specimen);
    }

    /// Whether it only looks like a video: phones keep pictures in the same boxes.
    static boolean isPhonePicture(byte[] file) {
        var bytes = new Bytes(file);
        return bytes.has(4, "ftyp") && BRANDS.containsKey(bytes.text(8, 4));
    }

    private static Specimen checked(Specimen specimen) throws Unusable {
        long width = specimen.width();
        long height = specimen.height();
        if (width <= 0 || height <= 0) {
            throw Unusable.damaged();
        }
        if (width * height > MAX_PIXELS) {
            throw new Unusable("too-large", width, height, MAX_PIXELS / 1_000_000);
        }
        if (Math.max(width, height) > MAX_RATIO * Math.min(width, height)) {
            throw new Unusable("ratio", width, height, MAX_RATIO);
        }
        return specimen;
    }

    private static Unusable foreign(Bytes bytes) {
        if (bytes.has(0, "GIF8")) {
            return new Unusable("gif");
        }
        if (bytes.has(4, "ftyp")) {
            var format = BRANDS.get(bytes.text(8, 4));
            return format == null ? new Unusable("video") : new Unusable("phone-format", format);
        }
        if (bytes.has(0, "%PDF")) {
            return new Unusable("document", "PDF");
        }
        var start = bytes.text(0, 512).stripLeading();
        if (start.startsWith("<") && start.contains("<svg")) {
            return new Unusable("document", "SVG");
        }
        return new Unusable("unknown");
    }

    /// A file with bounds-checked access.
    record Bytes(byte[] all) {

        int length() {
            return all.length;
        }

        int u8(int at) {
            return all[at] & 0xFF;
        }

        int u16(int at) {
            return u8(at) << 8 | u8(at + 1);
        }

        int u16le(int at) {
            return u8(at) | u8(at + 1) << 8;
        }

        long u32(int at) {
            return (long) u16(at) << 16 | u16(at + 2);
        }

        long u32le(int at) {
            return u16le(at) | (long) u16le(at + 2) << 16;
        }

        String text(int at, int length) {
            var end = Math.min(all.length, at + length);
            return at >= end ? "" : new String(all, at, end - at, StandardCharsets.ISO_8859_1);
        }

        boolean has(int at, String wanted) {
            return text(at, wanted.length()).equals(wanted);
        }

        boolean startsWith(int... wanted) {
            for (var i = 0; i < wanted.length; i++) {
                if (i >= all.length || u8(i) != wanted[i]) {
                    return false;
                }
            }
            return true;
        }

        byte[] slice(int from, int to) {
            if (from < 0 || to > all.length || from > to) {
                throw new IndexOutOfBoundsException(from + ".." + to + " of " + all.length);
            }
            return Arrays.copyOfRange(all, from, to);
        }
    }
}
