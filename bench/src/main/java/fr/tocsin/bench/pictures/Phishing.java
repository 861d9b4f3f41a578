package fr.tocsin.bench.pictures;

import static fr.tocsin.bench.pictures.Sheet.colour;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Path2D;

/// A telephone with a message that presses for a click, and the hook it hangs from.
final class Phishing {

    private Phishing() {}

    static void draw(Sheet s) {
        s.sky(0, 800, 0x12455a, 0x1b6272, 0x2a8084);
        for (var i = 0; i < 7; i++) {
            var wave = new Path2D.Double();
            var y = 90 + i * 112.0;
            wave.moveTo(-20, y);
            for (var x = 0; x <= 1220; x += 20) {
                wave.lineTo(x, y + 14 * Math.sin(x / 95.0 + i));
            }
            s.g.setPaint(colour(0xffffff, 16));
            s.g.setStroke(new BasicStroke(9));
            s.g.draw(wave);
        }
        phone(s);
        message(s);
        hook(s);
    }

    private static void phone(Sheet s) {
        s.box(418, 62, 400, 760, 64, colour(0x000000, 70));
        s.box(400, 44, 400, 790, 64, colour(0x14181d));
        s.box(416, 60, 368, 780, 50, colour(0xeef2f3));
        s.box(416, 60, 368, 98, 50, colour(0xffffff));
        s.box(416, 110, 368, 48, 0, colour(0xffffff));
        s.box(548, 70, 104, 24, 24, colour(0x14181d));
        s.disk(462, 128, 19, colour(0x9aa6ad));
        write(s, "Banque Sécurité", 494, 124, 20, Font.BOLD, colour(0x20262b));
        write(s, "numéro inconnu", 494, 146, 15, Font.PLAIN, colour(0x6c777e));
    }

    private static void message(Sheet s) {
        s.box(442, 190, 316, 286, 34, colour(0xffffff));
        s.shape(colour(0xffffff), 446, 440, 446, 492, 486, 468);
        s.shape(colour(0xd93025), 600, 212, 634, 270, 566, 270);
        s.box(597, 230, 6, 22, 4, Color.WHITE);
        s.disk(600, 260, 3.6, Color.WHITE);
        write(s, "Votre compte est bloqué", 470, 312, 22, Font.BOLD, colour(0xb3261e));
        write(s, "Sans réponse avant 18 h,", 470, 348, 20, Font.PLAIN, colour(0x30373c));
        write(s, "votre carte sera désactivée.", 470, 375, 20, Font.PLAIN, colour(0x30373c));
        write(s, "Vérifiez vos données :", 470, 402, 20, Font.PLAIN, colour(0x30373c));
        write(s, "banque.verif-86.example", 470, 440, 20, Font.BOLD, colour(0x1a5fb4));
        s.line(471, 447, 712, 447, 2, colour(0x1a5fb4));
        write(s, "14:02", 706, 500, 15, Font.PLAIN, colour(0x6c777e));
        s.box(442, 730, 256, 46, 46, colour(0xffffff));
        s.box(464, 747, 120, 11, 11, colour(0xd5dcdf));
        s.disk(732, 753, 23, colour(0x2a8084));
    }

    private static void hook(Sheet s) {
        var hook = new Path2D.Double();
        hook.moveTo(905, -10);
        hook.curveTo(905, 120, 900, 210, 903, 300);
        s.g.setStroke(new BasicStroke(3));
        s.g.setPaint(colour(0xdfe9ea));
        s.g.draw(hook);
        s.ring(903, 318, 15, 8, colour(0xc9d2d6));
        var bend = new Path2D.Double();
        bend.moveTo(903, 334);
        bend.lineTo(903, 500);
        bend.curveTo(903, 620, 752, 620, 752, 505);
        for (var pass = 0; pass < 2; pass++) {
            s.g.setStroke(
                    new BasicStroke(
                            pass == 0 ? 19 : 13, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            s.g.setPaint(pass == 0 ? colour(0x7d8b91) : colour(0xc9d2d6));
            s.g.draw(bend);
        }
        s.shape(colour(0xc9d2d6), 752, 452, 771, 520, 734, 520);
        s.shape(colour(0xc9d2d6), 766, 500, 796, 540, 758, 534);
    }

    private static void write(
            Sheet s, String text, double x, double y, int size, int style, Color colour) {
        s.g.setPaint(colour);
        s.g.setFont(new Font(Font.SANS_SERIF, style, size));
        s.g.drawString(text, (float) x, (float) y);
    }
}
