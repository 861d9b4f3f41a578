package fr.tocsin.bench.pictures;

import static fr.tocsin.bench.pictures.Sheet.colour;

/// Smoke over a pine forest, three engines on the road.
final class ForestFire {

    private ForestFire() {}

    static void draw(Sheet s) {
        s.sky(0, 560, 0x6f8fae, 0xc9b9a4, 0xf2b272, 0xf08a4b);
        s.glow(760, 500, 420, 0xff6a1f, 190);
        s.hills(500, 50, 190, colour(0x7d7f8c));
        smoke(s);
        s.glow(760, 520, 230, 0xffc04d, 200);
        for (var x = -20.0; x < 1240; x += s.between(26, 40)) {
            s.pine(x, 560, s.between(110, 165), colour(0x3c4a4c));
        }
        for (var x = -30.0; x < 1240; x += s.between(40, 62)) {
            s.pine(x, 625, s.between(170, 250), colour(0x1f3330));
        }
        s.box(0, 612, 1200, 200, 0, colour(0x2f4234));
        s.shape(colour(0x4a4d52), 0, 660, 1200, 640, 1200, 775, 0, 790);
        s.shape(colour(0x6c6f75), 0, 656, 1200, 636, 1200, 642, 0, 662);
        for (var x = 20; x < 1200; x += 150) {
            s.shape(colour(0xe8e2d0), x, 724, x + 80, 722, x + 80, 729, x, 731);
        }
        engine(s, 90, 590, 1.0);
        engine(s, 450, 582, 1.0);
        engine(s, 810, 574, 1.0);
    }

    private static void smoke(Sheet s) {
        for (var i = 0; i < 240; i++) {
            var rise = Math.pow(i / 240.0, 0.8);
            var x = 760 + 330 * rise * rise + s.between(-1, 1) * (40 + 170 * rise);
            var y = 530 - 560 * rise + s.between(-30, 30);
            var shade = (int) (58 + 60 * rise + s.between(-12, 22));
            var rgb = shade << 16 | (shade - 2) << 8 | shade;
            s.disk(x, y, 36 + 78 * rise + s.between(0, 22), colour(rgb, 120));
        }
        for (var i = 0; i < 60; i++) {
            s.disk(
                    760 + s.between(-70, 60),
                    520 - s.between(0, 110),
                    s.between(8, 30),
                    colour(0xd2602a, 46));
        }
    }

    private static void engine(Sheet s, double x, double y, double k) {
        s.oval(x + 145 * k, y + 128 * k, 165 * k, 14 * k, colour(0x000000, 80));
        s.box(x, y + 14 * k, 200 * k, 96 * k, 12, colour(0xc5221f));
        s.box(x + 192 * k, y, 98 * k, 110 * k, 20, colour(0xd12b26));
        s.box(x + 222 * k, y + 14 * k, 60 * k, 42 * k, 12, colour(0x2a3c4c));
        s.shape(
                colour(0x8fb0c4),
                x + 226 * k,
                y + 50 * k,
                x + 250 * k,
                y + 18 * k,
                x + 262 * k,
                y + 18 * k,
                x + 240 * k,
                y + 50 * k);
        s.box(x, y + 66 * k, 290 * k, 13 * k, 0, colour(0xf4f0e4));
        s.box(x, y + 82 * k, 290 * k, 7 * k, 0, colour(0xf1c232));
        for (var i = 0; i < 3; i++) {
            s.box(x + (12 + 60 * i) * k, y + 24 * k, 52 * k, 36 * k, 4, colour(0x9b9fa6));
            for (var j = 1; j < 5; j++) {
                s.line(
                        x + (14 + 60 * i) * k,
                        y + (24 + 7 * j) * k,
                        x + (62 + 60 * i) * k,
                        y + (24 + 7 * j) * k,
                        1.4,
                        colour(0x7b7f87));
            }
        }
        s.line(x + 8 * k, y + 4 * k, x + 186 * k, y + 4 * k, 5 * k, colour(0xb8bcc2));
        s.line(x + 8 * k, y + 12 * k, x + 186 * k, y + 12 * k, 3 * k, colour(0x90949b));
        s.glow(x + 238 * k, y - 6 * k, 60 * k, 0x4aa3ff, 190);
        s.box(x + 222 * k, y - 12 * k, 34 * k, 13 * k, 8, colour(0x2b7de0));
        s.disk(x + 287 * k, y + 92 * k, 7 * k, colour(0xfff3c0));
        for (var wheel : new double[] {50, 240}) {
            s.disk(x + wheel * k, y + 108 * k, 28 * k, colour(0x1b1c1f));
            s.disk(x + wheel * k, y + 108 * k, 13 * k, colour(0xa9adb3));
        }
    }
}
