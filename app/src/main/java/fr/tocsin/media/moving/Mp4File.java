package fr.tocsin.media.moving;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/// Walks the boxes of an MP4 file (ISO/IEC 14496-12) and blanks out what is not picture or sound:
/// places, names, dates, device. Blanked in place, so that nothing that points into the file moves.
final class Mp4File {

    private static final Set<String> CONTAINERS = Set.of("moov", "trak", "mdia", "minf", "stbl");

    /// User data, tags, whatever other makers put in.
    private static final Set<String> METADATA =
            Set.of("udta", "meta", "uuid", "XMP_", "ilst", "skip", "free", "wide", "pnot", "PICT");

    private static final Set<String> PICTURE = Set.of("avc1", "avc3");
    private static final Set<String> SOUND = Set.of("mp4a");
    private static final int MOST_BOXES = 20_000;
    private static final int LONGEST_SECONDS = 600;

    private final byte[] file;
    private final ByteBuffer bytes;
    private int boxes;
    private String handler = "";
    private long millis;
    private int width;
    private int height;
    private boolean picture;

    private Mp4File(byte[] file) {
        this.file = file;
        this.bytes = ByteBuffer.wrap(file);
    }

    static boolean looksLike(byte[] file) {
        return file.length > 12
                && new String(file, 4, 4, StandardCharsets.ISO_8859_1).equals("ftyp");
    }

    /// @throws Unfit when it is damaged, or holds anything but H.264 and AAC
    static Motion read(byte[] file) throws Unfit {
        try {
            return new Mp4File(file.clone()).walk();
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw Unfit.damaged();
        }
    }

    private Motion walk() throws Unfit {
        var brand = text(8);
        walk(0, file.length, 0);
        if (brand.equals("qt  ")) {
            throw Unfit.mendable("video-kind", "QuickTime");
        }
        if (!picture || millis <= 0 || width <= 0 || height <= 0) {
            throw Unfit.damaged();
        }
        if (millis > LONGEST_SECONDS * 1_000L) {
            throw Unfit.of("video-long", LONGEST_SECONDS / 60);
        }
        return new Motion(Motion.MP4, width, height, (int) millis, file);
    }

    private void walk(int from, int to, int depth) throws Unfit {
        var at = from;
        while (at < to) {
            boxes++;
            if (boxes > MOST_BOXES || depth > 8) {
                throw Unfit.damaged();
            }
            long size = bytes.getInt(at) & 0xFFFFFFFFL;
            var head = 8;
            if (size == 1) {
                size = bytes.getLong(at + 8);
                head = 16;
            } else if (size == 0) {
                size = to - at;
            }
            if (size < head || size > to - at) {
                throw Unfit.damaged();
            }
            box(text(at + 4), at, at + head, at + (int) size, depth);
            at += (int) size;
        }
    }

    private void box(String name, int at, int body, int end, int depth) throws Unfit {
        if (METADATA.contains(name) || name.charAt(0) == '©') {
            blank(at + 4, "free");
            Arrays.fill(file, body, end, (byte) 0);
            return;
        }
        if (CONTAINERS.contains(name)) {
            walk(body, end, depth + 1);
            return;
        }
        switch (name) {
            case "moof" -> throw Unfit.mendable("video-kind", "MP4 en fragments");
            case "mvhd" -> {
                var wide = times(body);
                var scale = bytes.getInt(body + (wide ? 20 : 12)) & 0xFFFFFFFFL;
                var length =
                        wide ? bytes.getLong(body + 24) : bytes.getInt(body + 16) & 0xFFFFFFFFL;
                if (scale == 0 || length < 0) {
                    throw Unfit.damaged();
                }
                millis = (long) (length * 1_000.0 / scale);
            }
            case "tkhd" -> track(body, end);
            case "mdhd" -> times(body);
            case "hdlr" -> {
                handler = text(body + 8);
                if (!handler.equals("vide") && !handler.equals("soun")) {
                    throw Unfit.mendable("video-track", handler.strip());
                }
                Arrays.fill(file, Math.min(body + 24, end), end, (byte) 0);
            }
            case "stsd" -> coded(text(body + 12));
            default -> {
                // tables into the media, and the media itself
            }
        }
    }

    /// Where and when somebody filmed is nobody's business: both dates become 1904.
    ///
    /// @return whether the box uses 64 bits
    private boolean times(int body) {
        var wide = file[body] == 1;
        Arrays.fill(file, body + 4, body + (wide ? 20 : 12), (byte) 0);
        return wide;
    }

    private void track(int body, int end) {
        times(body);
        var across = bytes.getInt(end - 8) >>> 16;
        var down = bytes.getInt(end - 4) >>> 16;
        if (across == 0 || down == 0) {
            return; // sound
        }
        var turned = bytes.getInt(end - 8 - 36) == 0;
        width = turned ? down : across;
        height = turned ? across : down;
    }

    private void coded(String coding) throws Unfit {
        var known = handler.equals("vide") ? PICTURE : SOUND;
        if (!known.contains(coding)) {
            throw Unfit.mendable("video-kind", coding.strip());
        }
        picture |= handler.equals("vide");
    }

    private String text(int at) {
        return new String(file, at, 4, StandardCharsets.ISO_8859_1);
    }

    private void blank(int at, String name) {
        System.arraycopy(name.getBytes(StandardCharsets.ISO_8859_1), 0, file, at, 4);
    }
}
