package fr.tocsin.channels;

import fr.tocsin.media.ImageRules;
import fr.tocsin.media.MediaId;
import fr.tocsin.media.Rendition;
import fr.tocsin.media.moving.Moving;
import fr.tocsin.media.moving.Reels;
import fr.tocsin.media.moving.Unfit;
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

    /// The one that moves.
    public static final MediaId FILM = MediaId.random();

    private DrawnPictures() {}

    public static Optional<Rendition> find(UnitId unit, MediaId media, ImageRules rules) {
        return Optional.of(rendition(media, rules));
    }

    public static Rendition rendition(MediaId media, ImageRules rules) {
        if (media.equals(FILM) && rules.types().contains("video/mp4")) {
            return new Rendition("video/mp4", 640, 360, cleaned(Reels.mp4(5)));
        }
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

    private static byte[] cleaned(byte[] film) {
        try {
            return new Moving(Optional.empty()).read(film).file();
        } catch (Unfit impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
