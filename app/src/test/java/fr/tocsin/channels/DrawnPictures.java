package fr.tocsin.channels;

import fr.tocsin.media.ImageRules;
import fr.tocsin.media.MediaId;
import fr.tocsin.media.Rendition;
import fr.tocsin.units.UnitId;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/// A picture for every id, for tests: a plain field in the id's own colour.
public final class DrawnPictures {

    private DrawnPictures() {}

    public static Optional<Rendition> find(UnitId unit, MediaId media, ImageRules rules) {
        return Optional.of(rendition(media, rules));
    }

    public static Rendition rendition(MediaId media, ImageRules rules) {
        var type = rules.types().contains("image/png") ? "png" : "jpeg";
        var image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(media.hashCode() & 0xffffff));
        pen.fillRect(0, 0, 64, 48);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, type, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("drawing into memory", impossible);
        }
        return new Rendition("image/" + type, 64, 48, bytes.toByteArray());
    }
}
