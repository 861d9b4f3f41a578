package fr.tocsin.bench.pictures;

import static fr.tocsin.bench.pictures.Sheet.colour;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.QuadCurve2D;

/// Necklaces, watches and rings in rows on a grey cloth, with a ruler.
final class Jewels {

    private static final Color GOLD = colour(0xd9a441);
    private static final Color SILVER = colour(0xd4d8de);

    private Jewels() {}

    static void draw(Sheet s) {
        s.sky(0, 800, 0x868c95, 0x777d87, 0x666c76);
        for (var i = 0; i < 9; i++) {
            s.g.setStroke(new BasicStroke((float) s.between(26, 70)));
            s.g.setPaint(colour(i % 2 == 0 ? 0xffffff : 0x20242c, 9));
            var y = s.between(-60, 860);
            s.g.draw(
                    new CubicCurve2D.Double(
                            -80,
                            y,
                            380,
                            y + s.between(-120, 120),
                            800,
                            y + s.between(-120, 120),
                            1290,
                            y + s.between(-90, 90)));
        }
        necklace(s, 190, 70, GOLD, colour(0xb23a48));
        necklace(s, 470, 70, SILVER, colour(0x3a6ea5));
        necklace(s, 750, 70, colour(0xf0e6d8), colour(0xe8d9c2));
        necklace(s, 1020, 70, GOLD, colour(0x3f8f5f));
        watch(s, 170, 478, GOLD, colour(0x6b4226), colour(0xfaf6ea));
        watch(s, 385, 478, SILVER, colour(0x2b2f38), colour(0x1f3b5c));
        watch(s, 600, 478, SILVER, colour(0x9aa0a8), colour(0xf5f5f5));
        int[] gems = {0xb23a48, 0xe9eef5, 0x3f8f5f, 0x5a4fb0, 0xe0a030, 0x3a6ea5};
        for (var i = 0; i < 6; i++) {
            ring(
                    s,
                    800 + i % 3 * 145,
                    400 + i / 3 * 140,
                    i % 2 == 0 ? GOLD : SILVER,
                    colour(gems[i]));
        }
        ruler(s);
    }

    private static void necklace(Sheet s, double x, double y, Color metal, Color gem) {
        for (var pass = 0; pass < 2; pass++) {
            for (var i = 0; i <= 46; i++) {
                var t = i / 46.0;
                var px = x + (t - 0.5) * 190;
                var py = y + 190 * (1 - Math.pow(2 * t - 1, 2));
                if (pass == 0) {
                    s.disk(px + 5, py + 7, 7, colour(0x000000, 60));
                } else {
                    s.disk(px, py, 6.5, metal.darker());
                    s.disk(px - 1, py - 1, 5.2, metal);
                    s.disk(px - 2, py - 2, 1.7, colour(0xffffff, 170));
                }
            }
        }
        s.oval(x + 5, y + 228, 21, 27, colour(0x000000, 70));
        s.oval(x, y + 220, 21, 27, metal.darker());
        s.oval(x, y + 220, 16, 22, gem);
        s.shape(colour(0xffffff, 110), x - 9, y + 216, x, y + 201, x + 4, y + 214, x - 3, y + 224);
    }

    private static void watch(Sheet s, double x, double y, Color metal, Color strap, Color dial) {
        s.box(x - 23, y - 112, 60, 240, 18, colour(0x000000, 60));
        s.box(x - 28, y - 120, 56, 240, 18, strap);
        for (var i = 0; i < 5; i++) {
            s.disk(x, y + 78 + i * 9, 2.6, colour(0x000000, 110));
        }
        s.disk(x, y, 58, metal.darker());
        s.disk(x - 1, y - 1, 54, metal);
        s.disk(x, y, 45, dial);
        s.box(x + 54, y - 7, 13, 14, 5, metal.darker());
        var marks = dial.getRed() > 128 ? colour(0x3a3a3a) : colour(0xe8e8e8);
        for (var hour = 0; hour < 12; hour++) {
            var a = Math.PI * hour / 6;
            s.line(
                    x + 36 * Math.sin(a),
                    y - 36 * Math.cos(a),
                    x + 41 * Math.sin(a),
                    y - 41 * Math.cos(a),
                    hour % 3 == 0 ? 4 : 2,
                    marks);
        }
        s.line(x, y, x - 17, y - 14, 4, marks);
        s.line(x, y, x + 13, y - 28, 3, marks);
        s.disk(x, y, 4, metal.darker());
    }

    private static void ring(Sheet s, double x, double y, Color metal, Color gem) {
        s.ring(x + 5, y + 38, 32, 9, colour(0x000000, 60));
        s.ring(x, y + 30, 32, 9, metal.darker());
        s.ring(x, y + 29, 32, 5, metal);
        s.shape(gem.darker(), x - 22, y - 12, x + 22, y - 12, x, y + 12);
        s.shape(gem, x - 22, y - 12, x - 13, y - 25, x + 13, y - 25, x + 22, y - 12);
        s.shape(colour(0xffffff, 120), x - 13, y - 12, x - 8, y - 25, x + 3, y - 25, x, y - 12);
        s.g.setPaint(colour(0xffffff, 130));
        s.g.setStroke(new BasicStroke(2.5f));
        s.g.draw(new QuadCurve2D.Double(x - 30, y + 24, x - 26, y + 8, x - 14, y + 2));
    }

    private static void ruler(Sheet s) {
        s.box(66, 676, 1080, 74, 6, colour(0x000000, 60));
        s.box(60, 668, 1080, 74, 6, colour(0xf6f3ea));
        s.g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 20));
        for (var cm = 0; cm < 20; cm++) {
            var x = 74 + cm * 52.5;
            s.box(x, 668, 52.5, 16, 0, cm % 2 == 0 ? colour(0x22252b) : colour(0xf6f3ea));
            for (var mm = 0; mm < 10; mm++) {
                var length = mm == 0 ? 24 : mm == 5 ? 18 : 11;
                s.line(x + mm * 5.25, 686, x + mm * 5.25, 686 + length, 1.3, colour(0x22252b));
            }
            s.g.drawString(String.valueOf(cm), (float) x + 3, 733);
        }
    }
}
