package fr.tocsin.bench.pictures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.function.Consumer;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/// Draws the pictures of the demonstration: `java … DemoPictures app/src/main/resources/demo`.
public final class DemoPictures {

    private static final int MAX_BYTES = 80_000;

    private DemoPictures() {}

    public static void main(String[] args) throws IOException {
        var pictures = new LinkedHashMap<String, Consumer<Sheet>>();
        pictures.put("feu-de-foret", ForestFire::draw);
        pictures.put("bijoux", Jewels::draw);
        pictures.put("route-fermee", ClosedRoad::draw);
        pictures.put("velo", Bicycle::draw);
        pictures.put("hameconnage", Phishing::draw);
        pictures.put("portes-ouvertes", OpenDay::draw);
        pictures.put("motards", Riders::draw);
        var folder = Files.createDirectories(Path.of(args[0]));
        for (var picture : pictures.entrySet()) {
            var sheet = new Sheet(86);
            picture.getValue().accept(sheet);
            write(sheet, folder.resolve(picture.getKey() + ".jpg"));
        }
    }

    private static void write(Sheet sheet, Path file) throws IOException {
        for (var quality = 0.92f; ; quality -= 0.04f) {
            var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
            Files.deleteIfExists(file);
            try (var output = ImageIO.createImageOutputStream(file.toFile())) {
                writer.setOutput(output);
                var how = writer.getDefaultWriteParam();
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(quality);
                writer.write(null, new IIOImage(sheet.image, null, null), how);
            } finally {
                writer.dispose();
            }
            if (Files.size(file) <= MAX_BYTES) {
                return;
            }
        }
    }
}
