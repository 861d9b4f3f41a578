package fr.tocsin.media.studio;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/// Words in a band across the picture, as large as three lines allow.
final class Band {

    private static final int MOST_LINES = 3;
    private static final double LARGEST = 0.075;
    private static final double SMALLEST = 0.02;
    private static final double PADDING = 0.6;
    private static final double LEADING = 1.2;

    private Band() {}

    static void lay(BufferedImage picture, Recipe.Caption caption) {
        var width = picture.getWidth();
        var size = LARGEST * width;
        var lines = lines(caption.text(), size, width);
        while (lines.size() > MOST_LINES && size > SMALLEST * width) {
            size *= 0.92;
            lines = lines(caption.text(), size, width);
        }
        var height = (int) Math.ceil(lines.size() * LEADING * size + 2 * PADDING * size);
        var top =
                caption.place() == Recipe.Place.TOP ? 0 : Math.max(0, picture.getHeight() - height);
        var graphics = picture.createGraphics();
        Retouch.smooth(graphics);
        graphics.setColor(new Color(caption.tone().colour()));
        graphics.fillRect(0, top, width, height);
        var baseline = top + PADDING * size + 0.9 * size;
        for (var line : lines) {
            var words = Lettering.of(line, size);
            words.draw(graphics, (width - words.width()) / 2, baseline, Color.WHITE);
            baseline += LEADING * size;
        }
        graphics.dispose();
    }

    private static List<String> lines(String text, double size, int width) {
        var room = width - 2 * PADDING * size;
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : text.strip().split("\\s+")) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && Lettering.of(longer, size).width() > room) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }
}
