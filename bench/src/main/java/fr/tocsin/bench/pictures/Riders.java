package fr.tocsin.bench.pictures;

import static fr.tocsin.bench.pictures.Sheet.colour;

import java.awt.Font;

/// Two gendarmes on motorcycles from behind, on a road between trees, at sunset.
final class Riders {

    private Riders() {}

    static void draw(Sheet s) {
        s.sky(0, 500, 0x44639b, 0xa37f9d, 0xf0a06f, 0xffd59a);
        s.glow(600, 440, 420, 0xfff0c0, 210);
        s.disk(600, 430, 62, colour(0xfffbe6));
        s.hills(470, 34, 160, colour(0x8c6d84));
        s.hills(492, 24, 110, colour(0x6a5a6b));
        s.box(0, 500, 1200, 300, 0, colour(0x57603f));
        s.shape(colour(0x5b5a63), 574, 498, 626, 498, 1180, 800, 20, 800);
        s.shape(colour(0xffe9bf, 60), 590, 498, 610, 498, 760, 800, 440, 800);
        for (var side : new int[] {-1, 1}) {
            s.shape(
                    colour(0xf4ead2, 190),
                    600 + side * 24,
                    498,
                    600 + side * 26,
                    498,
                    600 + side * 548,
                    800,
                    600 + side * 520,
                    800);
        }
        for (var t = 0.08; t < 1; t *= 1.75) {
            var a = 498 + 302 * t;
            var b = 498 + 302 * Math.min(1, t * 1.32);
            s.shape(
                    colour(0xf4ead2),
                    600 - 7 * t,
                    a,
                    600 + 7 * t,
                    a,
                    600 + 10 * t,
                    b,
                    600 - 10 * t,
                    b);
        }
        for (var i = 7; i >= 0; i--) {
            var t = Math.pow(0.62, i);
            tree(s, 600 - 40 - 620 * t, 500 + 190 * t, 560 * t);
            tree(s, 600 + 40 + 620 * t, 500 + 190 * t, 560 * t);
        }
        rider(s, 410, 700, 1.25);
        rider(s, 790, 680, 1.1);
    }

    private static void tree(Sheet s, double x, double foot, double size) {
        s.box(x - size * 0.035, foot - size * 0.5, size * 0.07, size * 0.5, 0, colour(0x3b2f33));
        int[] greens = {0x37402f, 0x424c34, 0x4f5838, 0x6e6a3c};
        for (var i = 0; i < 26; i++) {
            var shade = greens[Math.min(3, i / 8)];
            s.disk(
                    x + s.between(-0.24, 0.24) * size,
                    foot - size * s.between(0.45, 1.05),
                    size * s.between(0.08, 0.16),
                    colour(shade, 235));
        }
    }

    private static void rider(Sheet s, double x, double y, double k) {
        s.shape(
                colour(0x000000, 60),
                x - 70 * k,
                y + 62 * k,
                x + 70 * k,
                y + 62 * k,
                x + 110 * k,
                y + 110 * k,
                x - 110 * k,
                y + 110 * k);
        s.box(x - 17 * k, y - 20 * k, 34 * k, 100 * k, 24 * k, colour(0x17181c));
        s.box(x - 92 * k, y - 44 * k, 58 * k, 74 * k, 20 * k, colour(0x24427e));
        s.box(x + 34 * k, y - 44 * k, 58 * k, 74 * k, 20 * k, colour(0x24427e));
        s.box(x - 92 * k, y - 16 * k, 58 * k, 12 * k, 0, colour(0xf2f4f7));
        s.box(x + 34 * k, y - 16 * k, 58 * k, 12 * k, 0, colour(0xf2f4f7));
        s.box(x - 48 * k, y - 66 * k, 96 * k, 54 * k, 22 * k, colour(0x1c3263));
        s.glow(x, y - 2 * k, 66 * k, 0xff3b30, 150);
        s.box(x - 30 * k, y - 12 * k, 60 * k, 16 * k, 10 * k, colour(0xff4a3d));
        s.box(x - 26 * k, y + 16 * k, 52 * k, 16 * k, 4 * k, colour(0xf2f4f7));
        s.line(x - 74 * k, y - 118 * k, x - 104 * k, y - 142 * k, 7 * k, colour(0x17181c));
        s.line(x + 74 * k, y - 118 * k, x + 104 * k, y - 142 * k, 7 * k, colour(0x17181c));
        s.oval(x - 110 * k, y - 148 * k, 17 * k, 11 * k, colour(0x17181c));
        s.oval(x + 110 * k, y - 148 * k, 17 * k, 11 * k, colour(0x17181c));
        s.line(x - 44 * k, y - 178 * k, x - 82 * k, y - 116 * k, 30 * k, colour(0x17264a));
        s.line(x + 44 * k, y - 178 * k, x + 82 * k, y - 116 * k, 30 * k, colour(0x17264a));
        s.box(x - 58 * k, y - 204 * k, 116 * k, 148 * k, 60 * k, colour(0x1d2f5a));
        s.box(x - 57 * k, y - 132 * k, 114 * k, 16 * k, 0, colour(0xd7dde6));
        s.g.setPaint(colour(0xf2f4f7));
        s.g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, (int) (15 * k)));
        var width = s.g.getFontMetrics().stringWidth("GENDARMERIE");
        s.g.drawString("GENDARMERIE", (float) (x - width / 2.0), (float) (y - 152 * k));
        s.disk(x, y - 234 * k, 40 * k, colour(0xf4f6f9));
        s.box(x - 40 * k, y - 240 * k, 80 * k, 11 * k, 0, colour(0x24427e));
        s.oval(x - 13 * k, y - 252 * k, 10 * k, 13 * k, colour(0xffffff));
    }
}
