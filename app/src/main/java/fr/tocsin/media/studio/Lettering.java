package fr.tocsin.media.studio;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// Words as outlines of our own typeface. The JDK's own text needs the system's fonts and their
/// configuration, which servers often lack.
///
/// @param width in pixels
record Lettering(Path2D outline, double width) {

    private static final String FILE = "atkinson-hyperlegible-next-bold.ttf";

    /// Read when first needed.
    private static final class Typeface {
        static final TrueTypeFont FONT = read();
    }

    /// @param size of the type, in pixels
    static Lettering of(String text, double size) {
        var font = Typeface.FONT;
        try {
            var scale = size / font.getUnitsPerEm();
            var glyphs = font.getUnicodeCmapLookup();
            var outline = new Path2D.Double();
            var x = 0.0;
            for (var letter : text.codePoints().toArray()) {
                var glyph = glyphs.getGlyphId(letter);
                var drawn = font.getGlyph().getGlyph(glyph);
                if (drawn != null) {
                    var place = AffineTransform.getTranslateInstance(x, 0);
                    place.scale(scale, -scale);
                    outline.append(place.createTransformedShape(drawn.getPath()), false);
                }
                x += scale * font.getAdvanceWidth(glyph);
            }
            return new Lettering(outline, x);
        } catch (IOException e) {
            throw new UncheckedIOException("the typeface " + FILE + " cannot be read", e);
        }
    }

    void draw(Graphics2D graphics, double x, double baseline, Color colour) {
        graphics.setColor(colour);
        graphics.fill(
                AffineTransform.getTranslateInstance(x, baseline).createTransformedShape(outline));
    }

    private static TrueTypeFont read() {
        try (var file = Objects.requireNonNull(Lettering.class.getResourceAsStream(FILE), FILE)) {
            return new TTFParser().parse(new RandomAccessReadBuffer(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the typeface " + FILE + " cannot be read", e);
        }
    }
}
