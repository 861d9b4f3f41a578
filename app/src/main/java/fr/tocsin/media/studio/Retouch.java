package fr.tocsin.media.studio;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/// Applies a recipe to pixels.
public final class Retouch {

    /// Most squares along the longer side of a mosaic. A face needs about sixteen to be told, see
    /// the decision on hiding.
    static final int SQUARES = 5;

    /// What covers an area for good, whatever was there.
    static final Color COVER = new Color(0x1B2333);

    private static final double MARK_WIDTH = 0.22;
    private static final double MARK_TEXT = 0.032;
    private static final double MARGIN = 0.02;

    private Retouch() {}

    /// @param picture upright; not changed
    /// @param mark the decoded logo of the watermark, null where it has none
    public static BufferedImage apply(
            BufferedImage picture,
            Recipe recipe,
            @Nullable Watermark watermark,
            @Nullable BufferedImage mark) {
        var turned = turned(picture, recipe.quarters());
        for (var mask : recipe.masks()) {
            hide(turned, mask);
        }
        var done = recipe.crop() == null ? turned : cropped(turned, recipe.crop());
        if (recipe.caption() != null) {
            Band.lay(done, recipe.caption());
        }
        if (watermark != null) {
            mark(done, watermark, mark);
        }
        return done;
    }

    private static BufferedImage turned(BufferedImage picture, int quarters) {
        var sideways = quarters % 2 == 1;
        var width = picture.getWidth();
        var height = picture.getHeight();
        var turned = blank(picture, sideways ? height : width, sideways ? width : height);
        var graphics = turned.createGraphics();
        var turn = AffineTransform.getQuadrantRotateInstance(quarters);
        var corner =
                switch (quarters) {
                    case 1 -> AffineTransform.getTranslateInstance(height, 0);
                    case 2 -> AffineTransform.getTranslateInstance(width, height);
                    case 3 -> AffineTransform.getTranslateInstance(0, width);
                    default -> new AffineTransform();
                };
        corner.concatenate(turn);
        graphics.drawRenderedImage(picture, corner);
        graphics.dispose();
        return turned;
    }

    private static BufferedImage cropped(BufferedImage picture, Area crop) {
        var cut = crop.on(picture.getWidth(), picture.getHeight());
        var cropped = blank(picture, cut.width(), cut.height());
        var graphics = cropped.createGraphics();
        graphics.drawImage(picture, -cut.x(), -cut.y(), null);
        graphics.dispose();
        return cropped;
    }

    private static BufferedImage blank(BufferedImage like, int width, int height) {
        var alpha = like.getColorModel().hasAlpha();
        return new BufferedImage(
                width, height, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    }

    private static void hide(BufferedImage picture, Recipe.Mask mask) {
        var area = mask.area().on(picture.getWidth(), picture.getHeight());
        switch (mask.cover()) {
            case SOLID -> fill(picture, area, COVER.getRGB());
            case MOSAIC -> {
                var side = Math.ceilDiv(Math.max(area.width(), area.height()), SQUARES);
                for (var y = area.y(); y < area.y() + area.height(); y += side) {
                    for (var x = area.x(); x < area.x() + area.width(); x += side) {
                        var square =
                                new Area.Pixels(
                                        x,
                                        y,
                                        Math.min(side, area.x() + area.width() - x),
                                        Math.min(side, area.y() + area.height() - y));
                        fill(picture, square, mean(picture, square));
                    }
                }
            }
        }
    }

    /// The mean colour in steps of sixteen, opaque: a square keeps twelve bits of all it covers.
    private static int mean(BufferedImage picture, Area.Pixels square) {
        long red = 0;
        long green = 0;
        long blue = 0;
        var row = new int[square.width()];
        for (var y = 0; y < square.height(); y++) {
            picture.getRGB(square.x(), square.y() + y, row.length, 1, row, 0, row.length);
            for (var pixel : row) {
                red += pixel >> 16 & 0xFF;
                green += pixel >> 8 & 0xFF;
                blue += pixel & 0xFF;
            }
        }
        long pixels = (long) square.width() * square.height();
        return 0xFF << 24
                | step(red / pixels) << 16
                | step(green / pixels) << 8
                | step(blue / pixels);
    }

    private static int step(long value) {
        return (int) (value >> 4) * 17;
    }

    private static void fill(BufferedImage picture, Area.Pixels area, int colour) {
        for (var y = area.y(); y < area.y() + area.height(); y++) {
            for (var x = area.x(); x < area.x() + area.width(); x++) {
                picture.setRGB(x, y, colour);
            }
        }
    }

    private static void mark(
            BufferedImage picture, Watermark watermark, @Nullable BufferedImage logo) {
        var graphics = picture.createGraphics();
        smooth(graphics);
        graphics.setComposite(
                AlphaComposite.getInstance(AlphaComposite.SRC_OVER, watermark.opacity() / 100f));
        var margin = (int) (MARGIN * Math.min(picture.getWidth(), picture.getHeight()));
        if (logo != null) {
            var width = Math.max(1, (int) (MARK_WIDTH * picture.getWidth()));
            var height = Math.max(1, width * logo.getHeight() / logo.getWidth());
            var at = corner(picture, watermark.corner(), width, height, margin);
            graphics.drawImage(logo, at[0], at[1], width, height, null);
        } else {
            var size = Math.max(10, MARK_TEXT * picture.getWidth());
            var words = Lettering.of(watermark.text(), size);
            var at = corner(picture, watermark.corner(), (int) words.width(), (int) size, margin);
            words.draw(graphics, at[0] + size / 20, at[1] + 0.85 * size, Color.BLACK);
            words.draw(graphics, at[0], at[1] + 0.8 * size, Color.WHITE);
        }
        graphics.dispose();
    }

    private static int[] corner(
            BufferedImage picture, Watermark.Corner corner, int width, int height, int margin) {
        return new int[] {
            corner.left() ? margin : picture.getWidth() - width - margin,
            corner.top() ? margin : picture.getHeight() - height - margin
        };
    }

    static void smooth(Graphics2D graphics) {
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    }
}
