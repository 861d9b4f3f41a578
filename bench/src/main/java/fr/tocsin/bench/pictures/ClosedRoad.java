package fr.tocsin.bench.pictures;

import static fr.tocsin.bench.pictures.Sheet.colour;

import java.awt.Font;

/// A closed road at dusk: sign, barrier, cones.
final class ClosedRoad {

    private ClosedRoad() {}

    static void draw(Sheet s) {
        s.sky(0, 470, 0x28345c, 0x6b5486, 0xd9776f, 0xf7b267);
        s.glow(820, 450, 330, 0xffd08a, 170);
        s.disk(820, 440, 44, colour(0xfff0c8));
        s.hills(440, 60, 170, colour(0x4d456b));
        s.hills(478, 40, 120, colour(0x38375a));
        s.box(0, 490, 1200, 310, 0, colour(0x2a3042));
        for (var i = 0; i < 26; i++) {
            var x = i * 52 + s.between(-20, 20);
            if (x < 470 || x > 760) {
                s.pine(x, 512 + s.between(-6, 10), s.between(70, 150), colour(0x20263a));
            }
        }
        s.shape(colour(0x474c5c), 580, 488, 640, 488, 1120, 800, 100, 800);
        s.shape(colour(0xf2e6cf, 160), 586, 488, 588, 488, 160, 800, 128, 800);
        s.shape(colour(0xf2e6cf, 160), 632, 488, 634, 488, 1092, 800, 1060, 800);
        double[][] dashes = {{500, 510}, {524, 544}, {566, 600}, {636, 690}, {740, 800}};
        for (var d : dashes) {
            var a = (d[0] - 488) / 312 * 9 + 1;
            var b = (d[1] - 488) / 312 * 9 + 1;
            s.shape(
                    colour(0xf2e6cf, 200),
                    610 - a,
                    d[0],
                    610 + a,
                    d[0],
                    610 + b,
                    d[1],
                    610 - b,
                    d[1]);
        }
        barrier(s);
        sign(s, 330, 170);
        cone(s, 215, 690, 1.05);
        cone(s, 480, 706, 1.15);
        cone(s, 745, 706, 1.15);
        cone(s, 1010, 690, 1.05);
    }

    private static void sign(Sheet s, double x, double y) {
        s.oval(x, y + 500, 60, 9, colour(0x000000, 90));
        s.box(x - 8, y, 16, 500, 4, colour(0x9aa0ad));
        s.disk(x, y + 30, 104, colour(0xf4f4f2));
        s.ring(x, y + 30, 88, 30, colour(0xc9241f));
        s.box(x - 138, y + 156, 276, 84, 12, colour(0x22252d));
        s.box(x - 132, y + 162, 264, 72, 8, colour(0xf4c430));
        s.g.setPaint(colour(0x1c1d22));
        s.g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 31));
        var text = "ROUTE BARRÉE";
        var width = s.g.getFontMetrics().stringWidth(text);
        s.g.drawString(text, (float) (x - width / 2.0), (float) y + 210);
    }

    private static void barrier(Sheet s) {
        for (var x : new double[] {560, 960}) {
            s.box(x, 500, 16, 170, 3, colour(0x8b909c));
            s.shape(colour(0x6f7480), x - 36, 676, x + 52, 676, x + 40, 664, x - 24, 664);
        }
        s.box(500, 506, 540, 66, 8, colour(0xf4f4f2));
        var clip = s.g.getClip();
        s.g.clip(new java.awt.geom.RoundRectangle2D.Double(500, 506, 540, 66, 8, 8));
        for (var x = 470; x < 1060; x += 96) {
            s.shape(colour(0xc9241f), x, 572, x + 48, 572, x + 88, 506, x + 40, 506);
        }
        s.g.setClip(clip);
        for (var x : new double[] {530, 1010}) {
            s.glow(x, 488, 90, 0xffa42b, 200);
            s.disk(x, 488, 17, colour(0xffb84d));
            s.disk(x - 4, 484, 6, colour(0xfff1cf));
        }
    }

    private static void cone(Sheet s, double x, double y, double k) {
        s.oval(x + 8, y + 70 * k, 62 * k, 11 * k, colour(0x000000, 90));
        s.box(x - 52 * k, y + 56 * k, 104 * k, 15 * k, 5, colour(0xb8471a));
        s.shape(
                colour(0xee6a24),
                x - 8 * k,
                y - 58 * k,
                x + 8 * k,
                y - 58 * k,
                x + 40 * k,
                y + 58 * k,
                x - 40 * k,
                y + 58 * k);
        s.shape(
                colour(0xf6f1e6),
                x - 17 * k,
                y - 26 * k,
                x + 17 * k,
                y - 26 * k,
                x + 24 * k,
                y,
                x - 24 * k,
                y);
        s.shape(
                colour(0xf6f1e6),
                x - 29 * k,
                y + 18 * k,
                x + 29 * k,
                y + 18 * k,
                x + 34 * k,
                y + 36 * k,
                x - 34 * k,
                y + 36 * k);
    }
}
