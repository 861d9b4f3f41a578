package fr.tocsin.media;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;

/// Shrinks pictures without jagged edges: by halves, each pixel the mean of four, and a bicubic
/// last step.
final class Scaler {

    private Scaler() {}

    /// A copy in the given size, in plain RGB, or with alpha when the picture has it.
    static BufferedImage scaled(BufferedImage image, int width, int height) {
        var type =
                image.getColorModel().hasAlpha()
                        ? BufferedImage.TYPE_INT_ARGB_PRE
                        : BufferedImage.TYPE_INT_RGB;
        var current = image;
        while (current.getWidth() > 2 * width && current.getHeight() > 2 * height) {
            current =
                    drawn(
                            current,
                            Math.ceilDiv(current.getWidth(), 2),
                            Math.ceilDiv(current.getHeight(), 2),
                            type,
                            RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        }
        return drawn(current, width, height, type, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    }

    /// Puts what is transparent on white, as networks do that know no transparency.
    static BufferedImage flat(BufferedImage image) {
        if (!image.getColorModel().hasAlpha()) {
            return image;
        }
        var flat =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = flat.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, flat.getWidth(), flat.getHeight());
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return flat;
    }

    /// Whether any pixel shows what lies behind.
    static boolean isTransparent(BufferedImage image) {
        if (!image.getColorModel().hasAlpha()) {
            return false;
        }
        var row = new int[image.getWidth()];
        for (var y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (var pixel : row) {
                if (pixel >>> 24 != 0xFF) {
                    return true;
                }
            }
        }
        return false;
    }

    private static BufferedImage drawn(
            BufferedImage image, int width, int height, int type, Object interpolation) {
        var drawn = new BufferedImage(width, height, type);
        var graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, interpolation);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return drawn;
    }
}
