package fr.tocsin.bench.pictures;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.LinearGradientPaint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/// A sheet of 1200 by 800 and the few strokes that every picture is made of.
final class Sheet {

    static final int WIDTH = 1200;
    static final int HEIGHT = 800;

    final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    final Graphics2D g = image.createGraphics();
    final Random random;

    Sheet(long seed) {
        random = new Random(seed);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    static Color colour(int rgb) {
        return new Color(rgb);
    }

    static Color colour(int rgb, int opacity) {
        return new Color(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, opacity);
    }

    /// Fills from top to bottom, evenly through the colours.
    void sky(double top, double bottom, int... colours) {
        var stops = new float[colours.length];
        var shades = new Color[colours.length];
        for (var i = 0; i < colours.length; i++) {
            stops[i] = (float) i / (colours.length - 1);
            shades[i] = colour(colours[i]);
        }
        g.setPaint(new LinearGradientPaint(0, (float) top, 0, (float) bottom, stops, shades));
        g.fillRect(0, (int) top, WIDTH, (int) (bottom - top));
    }

    void glow(double x, double y, double radius, int rgb, int opacity) {
        g.setPaint(
                new RadialGradientPaint(
                        (float) x,
                        (float) y,
                        (float) radius,
                        new float[] {0, 1},
                        new Color[] {colour(rgb, opacity), colour(rgb, 0)}));
        g.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    void disk(double x, double y, double radius, Color colour) {
        oval(x, y, radius, radius, colour);
    }

    void oval(double x, double y, double rx, double ry, Color colour) {
        g.setPaint(colour);
        g.fill(new Ellipse2D.Double(x - rx, y - ry, 2 * rx, 2 * ry));
    }

    void ring(double x, double y, double radius, double thick, Color colour) {
        g.setPaint(colour);
        g.setStroke(new BasicStroke((float) thick));
        g.draw(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    void box(double x, double y, double width, double height, double round, Color colour) {
        g.setPaint(colour);
        g.fill(new RoundRectangle2D.Double(x, y, width, height, round, round));
    }

    void line(double x1, double y1, double x2, double y2, double thick, Color colour) {
        g.setPaint(colour);
        g.setStroke(new BasicStroke((float) thick, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(new Line2D.Double(x1, y1, x2, y2));
    }

    void shape(Color colour, double... points) {
        g.setPaint(colour);
        g.fill(path(points));
    }

    static Path2D path(double... points) {
        var path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (var i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        path.closePath();
        return path;
    }

    /// A range of soft hills.
    void hills(double base, double height, double length, Color colour) {
        var path = new Path2D.Double();
        path.moveTo(0, HEIGHT);
        for (var x = 0; x <= WIDTH; x += 10) {
            var y = Math.sin(x / length) + 0.5 * Math.sin(x / length * 2.3 + height);
            path.lineTo(x, base - height * y / 2);
        }
        path.lineTo(WIDTH, HEIGHT);
        path.closePath();
        g.setPaint(colour);
        g.fill(path);
    }

    void pine(double x, double foot, double height, Color colour) {
        box(x - height * 0.025, foot - height * 0.15, height * 0.05, height * 0.17, 0, colour);
        for (var tier = 0; tier < 4; tier++) {
            var low = foot - height * (0.08 + 0.2 * tier);
            var half = height * (0.24 - 0.045 * tier);
            shape(colour, x - half, low, x, low - height * 0.36, x + half, low);
        }
    }

    double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }
}
