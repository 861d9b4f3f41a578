package fr.tocsin.export;

import fr.tocsin.media.MediaId;
import fr.tocsin.media.Rendition;
import fr.tocsin.units.UnitId;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes a unit's publications as a ZIP file, one after the other: pages to be opened from the
/// disk, the same as JSON, and the pictures as they were published, without metadata. No database
/// connection is held while the file is sent.
final class UnitExport {

    /// The picture as it is published; empty when it is gone.
    interface Pictures {
        Optional<Rendition> of(UnitId unit, MediaId picture);
    }

    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(ContentType.Html);
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Shelf shelf;
    private final Pictures pictures;
    private final ExportPage page;

    UnitExport(Shelf shelf, Pictures pictures, ExportPage page) {
        this.shelf = shelf;
        this.pictures = pictures;
        this.page = page;
    }

    /// @return how many publications
    int write(OutputStream out) throws IOException {
        var lines = new ArrayList<ExportPage.Line>();
        var zip = new ZipOutputStream(out);
        file(zip, "style.css", style());
        for (var id : shelf.all(page.unit().id())) {
            var found = shelf.find(page.unit().id(), id);
            if (found.isPresent()) {
                write(zip, found.get());
                lines.add(ExportPage.Line.of(found.get()));
            }
        }
        file(zip, "unit.json", json(Map.of("unit", page.unit(), "feeds", page.feeds())));
        file(zip, "index.html", html("export/index.jte", Map.of("page", page, "lines", lines)));
        zip.finish();
        return lines.size();
    }

    private void write(ZipOutputStream zip, Exported exported) throws IOException {
        var kept = new ArrayList<Exported.Picture>();
        for (var picture : exported.pictures()) {
            var rendition = pictures.of(page.unit().id(), new MediaId(picture.media()));
            if (rendition.isPresent()) {
                var name = picture.file() + ending(rendition.get().type());
                file(zip, exported.folder() + "/" + name, rendition.get().bytes());
                kept.add(new Exported.Picture(picture.media(), name, picture.alt()));
            }
        }
        var whole = exported.with(kept);
        file(zip, whole.folder() + "/publication.json", json(whole));
        file(
                zip,
                whole.folder() + "/index.html",
                html("export/publication.jte", Map.of("page", page, "publication", whole)));
    }

    private static String ending(String type) {
        return "." + type.substring(type.indexOf('/') + 1).replace("jpeg", "jpg");
    }

    private static byte[] json(Object value) {
        return JSON.writeValueAsBytes(value);
    }

    private static byte[] html(String template, Map<String, Object> parameters) {
        var output = new Utf8ByteOutput();
        TEMPLATES.render(template, parameters, output);
        return output.toByteArray();
    }

    private static byte[] style() throws IOException {
        try (var in = UnitExport.class.getResourceAsStream("style.css")) {
            if (in == null) {
                throw new IllegalStateException("style.css is not beside " + UnitExport.class);
            }
            return in.readAllBytes();
        }
    }

    private static void file(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
