package fr.tocsin.bench.pictures;

import static fr.tocsin.bench.pictures.Sheet.colour;

import java.awt.Font;

/// The great ladder in front of the fire station, families watching.
final class OpenDay {

    private OpenDay() {}

    static void draw(Sheet s) {
        s.sky(0, 620, 0x5aa9dd, 0x9bd0ee, 0xe3f1f5);
        for (var cloud : new double[][] {{160, 120}, {520, 70}, {1050, 210}}) {
            for (var i = 0; i < 7; i++) {
                s.oval(
                        cloud[0] + i * 24 - 70,
                        cloud[1] - (i % 3) * 13,
                        46,
                        24,
                        colour(0xffffff, 210));
            }
        }
        s.hills(560, 46, 150, colour(0x8fb98b));
        station(s);
        s.sky(610, 800, 0xc9c2b4, 0xaea696);
        ladderTruck(s);
        bunting(s);
        family(s, 610, 712, 0x3a6ea5, 0xd9776f, 0xf1c232);
        family(s, 810, 722, 0x6b4f8f, 0x2f7d55, 0xee6a24);
        family(s, 1010, 706, 0xb23a48, 0x25506b, 0x7fb069);
    }

    private static void station(Sheet s) {
        s.box(90, 300, 700, 320, 0, colour(0xf1e8d8));
        s.shape(colour(0x9c4a33), 70, 304, 810, 304, 770, 250, 110, 250);
        s.box(640, 150, 110, 160, 0, colour(0xe6dac3));
        s.shape(colour(0x9c4a33), 630, 154, 760, 154, 695, 96);
        s.disk(695, 208, 26, colour(0xf7f4ec));
        s.line(695, 208, 695, 190, 4, colour(0x30343a));
        s.line(695, 208, 708, 214, 4, colour(0x30343a));
        s.box(130, 326, 470, 42, 6, colour(0xc5221f));
        s.g.setPaint(colour(0xffffff));
        s.g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 27));
        s.g.drawString("CENTRE DE SECOURS", 212, 357);
        for (var i = 0; i < 3; i++) {
            var x = 130 + i * 165.0;
            s.box(x, 392, 142, 228, 8, colour(i == 1 ? 0x3a3532 : 0xc5221f));
            for (var row = 0; row < 4 && i != 1; row++) {
                s.box(x + 12, 408 + row * 52, 118, 36, 4, colour(row == 1 ? 0xbfe0ee : 0xa81b19));
            }
        }
        for (var y : new double[] {340, 440}) {
            s.box(650, y, 90, 70, 4, colour(0x6fa6c4));
            s.box(650, y + 33, 90, 4, 0, colour(0xf1e8d8));
            s.box(693, y, 4, 70, 0, colour(0xf1e8d8));
        }
    }

    private static void ladderTruck(Sheet s) {
        s.oval(330, 700, 270, 18, colour(0x000000, 70));
        s.box(110, 596, 330, 82, 12, colour(0xc5221f));
        s.box(432, 560, 112, 118, 22, colour(0xd12b26));
        s.box(466, 576, 70, 46, 12, colour(0x2a3c4c));
        s.shape(colour(0x8fb0c4), 472, 618, 496, 580, 508, 580, 486, 618);
        s.box(110, 636, 434, 13, 0, colour(0xf4f0e4));
        s.box(110, 653, 434, 7, 0, colour(0xf1c232));
        s.box(470, 546, 44, 15, 10, colour(0x2b7de0));
        s.disk(540, 652, 8, colour(0xfff3c0));
        for (var x : new double[] {170, 250, 480}) {
            s.disk(x, 680, 30, colour(0x1b1c1f));
            s.disk(x, 680, 14, colour(0xa9adb3));
        }
        s.box(190, 566, 90, 36, 10, colour(0x6f7480));
        double[][] rails = {{196, 590, 960, 96}, {222, 606, 986, 112}};
        for (var rail : rails) {
            s.line(rail[0], rail[1], rail[2], rail[3], 9, colour(0xb9bec4));
        }
        for (var i = 0; i <= 26; i++) {
            var t = i / 26.0;
            s.line(196 + 764 * t, 590 - 494 * t, 222 + 764 * t, 606 - 494 * t, 4, colour(0x8b9097));
        }
        s.box(946, 62, 84, 62, 8, colour(0xd9dde2));
        s.box(954, 70, 68, 24, 4, colour(0xc5221f));
        s.disk(974, 44, 13, colour(0xe9c7a5));
        s.shape(colour(0xd9dde2), 959, 42, 989, 42, 985, 28, 963, 28);
        s.box(962, 56, 26, 20, 8, colour(0x1f2a44));
    }

    private static void bunting(Sheet s) {
        int[] colours = {0x1f4e9c, 0xf7f4ec, 0xc5221f};
        for (var i = 0; i < 24; i++) {
            var t = i / 23.0;
            var x = 790 + 410 * t;
            var y = 300 + 70 * (1 - Math.pow(2 * t - 1, 2)) - 40 * t;
            s.shape(colour(colours[i % 3]), x - 9, y, x + 9, y, x, y + 24);
        }
    }

    private static void family(Sheet s, double x, double y, int first, int second, int child) {
        person(s, x, y, 1.0, first);
        person(s, x + 62, y + 4, 0.95, second);
        person(s, x + 114, y + 6, 0.62, child);
    }

    private static void person(Sheet s, double x, double foot, double k, int rgb) {
        s.oval(x, foot, 26 * k, 6 * k, colour(0x000000, 60));
        s.line(x - 8 * k, foot - 4, x - 7 * k, foot - 54 * k, 13 * k, colour(0x2b3140));
        s.line(x + 8 * k, foot - 4, x + 7 * k, foot - 54 * k, 13 * k, colour(0x2b3140));
        s.box(x - 20 * k, foot - 116 * k, 40 * k, 66 * k, 22 * k, colour(rgb));
        s.line(x + 17 * k, foot - 106 * k, x + 34 * k, foot - 132 * k, 10 * k, colour(rgb));
        s.disk(x, foot - 134 * k, 17 * k, colour(0x5a3d28));
    }
}
