package fr.tocsin.media.moving;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/// Walks the blocks of a GIF (GIF89a specification, 1990) and leaves out what is not picture:
/// comments, plain text, and all application blocks but the one that says how often it repeats.
final class GifFile {

    private static final int HEADER = 13;
    private static final int MOST_FRAMES = 2_000;
    private static final long MOST_PIXELS = 16_000_000;
    private static final Set<String> LOOPS = Set.of("NETSCAPE2.0", "ANIMEXTS1.0");

    /// Browsers show faster frames this slowly.
    private static final int SHORTEST = 2;

    private static final int USUAL = 10;

    private final byte[] file;
    private final ByteArrayOutputStream clean = new ByteArrayOutputStream();
    private int frames;
    private int hundredths;

    private GifFile(byte[] file) {
        this.file = file;
    }

    static boolean looksLike(byte[] file) {
        return file.length > HEADER
                && new String(file, 0, 4, StandardCharsets.US_ASCII).equals("GIF8");
    }

    static Motion read(byte[] file) throws Unfit {
        try {
            return new GifFile(file).walk();
        } catch (IndexOutOfBoundsException e) {
            throw Unfit.damaged();
        }
    }

    private Motion walk() throws Unfit {
        var width = u16(6);
        var height = u16(8);
        if (width == 0 || height == 0) {
            throw Unfit.damaged();
        }
        if ((long) width * height > MOST_PIXELS) {
            throw Unfit.of("too-large", width, height, MOST_PIXELS / 1_000_000);
        }
        var at = HEADER + table(u8(10));
        keep(0, at);
        while (u8(at) != 0x3B) {
            at =
                    switch (u8(at)) {
                        case 0x21 -> extension(at);
                        case 0x2C -> image(at);
                        default -> throw Unfit.damaged();
                    };
        }
        clean.write(0x3B);
        if (frames == 0) {
            throw Unfit.damaged();
        }
        return new Motion(
                Motion.GIF, width, height, frames == 1 ? 0 : hundredths * 10, clean.toByteArray());
    }

    private int extension(int at) {
        var end = blocks(at + 2);
        switch (u8(at + 1)) {
            case 0xF9 -> {
                var delay = u16(at + 4);
                hundredths += delay < SHORTEST ? USUAL : delay;
                keep(at, end);
            }
            case 0xFF -> {
                var name = new String(file, at + 3, 11, StandardCharsets.ISO_8859_1);
                if (LOOPS.contains(name)) {
                    keep(at, end);
                }
            }
            default -> {
                // comment, plain text, unknown: nobody's
            }
        }
        return end;
    }

    private int image(int at) throws Unfit {
        frames++;
        if (frames > MOST_FRAMES) {
            throw Unfit.of("frames", MOST_FRAMES);
        }
        var end = blocks(at + 10 + table(u8(at + 9)) + 1);
        keep(at, end);
        return end;
    }

    /// @return where the chain of sub-blocks that begins here has ended
    private int blocks(int from) {
        var at = from;
        while (u8(at) != 0) {
            at += u8(at) + 1;
        }
        return at + 1;
    }

    private static int table(int packed) {
        return (packed & 0x80) == 0 ? 0 : 3 << (packed & 7) + 1;
    }

    private void keep(int from, int to) {
        if (to > file.length) {
            throw new IndexOutOfBoundsException(to);
        }
        clean.write(file, from, to - from);
    }

    private int u8(int at) {
        return file[at] & 0xFF;
    }

    private int u16(int at) {
        return u8(at) | u8(at + 1) << 8;
    }
}
