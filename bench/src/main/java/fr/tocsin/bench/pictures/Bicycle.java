package fr.tocsin.bench.pictures;

import static fr.tocsin.bench.pictures.Sheet.colour;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Arc2D;
import java.awt.geom.QuadCurve2D;

/// A green touring bicycle against a wall of pale stone.
final class Bicycle {

    private static final Color GREEN = colour(0x2f7d55);
    private static final Color DARK = colour(0x25292e);
    private static final Color STEEL = colour(0xb9bec4);

    private Bicycle() {}

    static void draw(Sheet s) {
        wall(s);
        s.sky(640, 800, 0xa89b83, 0x8e826d);
        for (var i = 0; i < 260; i++) {
            s.oval(
                    s.between(0, 1200),
                    s.between(650, 800),
                    s.between(2, 9),
                    s.between(1, 4),
                    colour(i % 2 == 0 ? 0x6f6553 : 0xc3b69c, 120));
        }
        grass(s);
        s.oval(610, 698, 430, 20, colour(0x000000, 70));
        wheel(s, 360, 540);
        wheel(s, 860, 540);
        bags(s);
        frame(s);
    }

    private static void wall(Sheet s) {
        s.sky(0, 650, 0xcdbf9f, 0xbfb08e);
        int[] stones = {0xe9dfc6, 0xe2d5b8, 0xefe6d0, 0xdccfae, 0xe6dabd, 0xd8c9a8};
        var row = 0;
        for (var y = -10.0; y < 650; row++) {
            var height = s.between(50, 78);
            for (var x = row % 2 == 0 ? -30.0 : -80.0; x < 1200; ) {
                var width = s.between(80, 170);
                s.box(x + 3, y + 3, width - 6, height - 6, 22, colour(stones[s.random.nextInt(6)]));
                s.box(x + 8, y + height - 16, width - 18, 7, 7, colour(0x8d7f5f, 36));
                x += width;
            }
            y += height;
        }
        s.shape(colour(0xffffff, 30), 0, 0, 520, 0, 150, 650, 0, 650);
    }

    private static void grass(Sheet s) {
        for (var i = 0; i < 150; i++) {
            var x = s.between(0, 1200);
            s.g.setPaint(colour(i % 3 == 0 ? 0x6c8a3e : 0x55752f));
            s.g.setStroke(new BasicStroke(3));
            var lean = s.between(-14, 14);
            s.g.draw(new QuadCurve2D.Double(x, 654, x, 636, x + lean, 654 - s.between(18, 44)));
        }
    }

    private static void wheel(Sheet s, double x, double y) {
        for (var i = 0; i < 18; i++) {
            var a = Math.PI * i / 9;
            s.line(x, y, x + 142 * Math.cos(a), y + 142 * Math.sin(a), 1.3, colour(0x7a7f86));
        }
        s.ring(x, y, 148, 13, DARK);
        s.ring(x, y, 139, 4, STEEL);
        s.disk(x, y, 13, colour(0x5d6269));
        s.g.setPaint(GREEN.darker());
        s.g.setStroke(new BasicStroke(9, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        s.g.draw(new Arc2D.Double(x - 162, y - 162, 324, 324, 20, 140, Arc2D.OPEN));
    }

    private static void bags(Sheet s) {
        s.line(250, 388, 440, 388, 7, colour(0x4c5157));
        s.line(270, 392, 350, 534, 4, colour(0x4c5157));
        s.box(262, 396, 150, 142, 24, colour(0x8a4b24));
        s.box(262, 396, 150, 52, 24, colour(0xa35c2f));
        for (var x : new double[] {296, 370}) {
            s.box(x, 410, 12, 62, 4, colour(0x5b2f15));
            s.box(x - 3, 452, 18, 14, 3, colour(0xd9a441));
        }
    }

    private static void frame(Sheet s) {
        s.line(360, 540, 570, 545, 10, GREEN.darker());
        s.line(360, 540, 480, 350, 10, GREEN.darker());
        s.line(570, 545, 470, 318, 15, GREEN);
        s.line(570, 545, 772, 372, 17, GREEN);
        s.line(486, 352, 760, 330, 15, GREEN);
        s.line(778, 388, 752, 306, 16, GREEN);
        s.line(778, 388, 860, 540, 12, GREEN.darker());
        s.line(752, 306, 742, 262, 10, STEEL);
        s.line(742, 262, 800, 246, 10, STEEL);
        s.g.setPaint(DARK);
        s.g.setStroke(new BasicStroke(14, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        s.g.draw(new QuadCurve2D.Double(800, 246, 842, 262, 812, 300));
        s.line(470, 318, 460, 284, 10, STEEL);
        s.g.setPaint(colour(0x5b2f15));
        s.g.fill(Sheet.path(402, 262, 540, 266, 520, 284, 460, 292, 410, 286));
        s.ring(570, 545, 38, 9, colour(0x4c5157));
        s.line(570, 545, 612, 612, 10, STEEL);
        s.box(592, 608, 56, 13, 5, DARK);
        s.line(570, 545, 528, 478, 8, colour(0x8b9097));
        s.line(365, 528, 566, 508, 3, colour(0x4c5157));
        s.line(365, 554, 566, 584, 3, colour(0x4c5157));
        s.disk(806, 330, 20, STEEL);
        s.disk(812, 330, 13, colour(0xfff3c0));
        s.shape(colour(0xf4f0e4), 512, 436, 526, 430, 542, 468, 528, 474);
    }
}
