package fr.tocsin.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.entity.mime.MultipartEntityBuilder;
import org.apache.hc.core5.http.ContentType;

/// What a request carries, already in bytes: what is hashed is what is sent.
///
/// @param type the media type with its parameters
public record Body(String type, byte[] bytes) {

    public static Body json(String json) {
        return new Body("application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    /// HTML form fields, in the order of the map.
    public static Body form(Map<String, String> fields) {
        var text =
                fields.entrySet().stream()
                        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return new Body(
                "application/x-www-form-urlencoded", text.getBytes(StandardCharsets.US_ASCII));
    }

    /// A form with a file, RFC 7578.
    public static Body multipart(List<Part> parts) {
        var boundary = "tocsin-" + UUID.randomUUID();
        var builder = MultipartEntityBuilder.create().setBoundary(boundary);
        for (var part : parts) {
            switch (part) {
                case Part.Text text ->
                        builder.addTextBody(
                                text.name(),
                                text.value(),
                                ContentType.create("text/plain", StandardCharsets.UTF_8));
                case Part.File file ->
                        builder.addBinaryBody(
                                file.name(),
                                file.bytes(),
                                ContentType.create(file.type()),
                                file.fileName());
            }
        }
        try (var entity = builder.build()) {
            var out = new ByteArrayOutputStream();
            entity.writeTo(out);
            // Its own type carries a charset, which RFC 7578 does not know and some servers trip
            // on.
            return new Body("multipart/form-data; boundary=" + boundary, out.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing a form into memory", impossible);
        }
    }

    @Override
    public String toString() {
        return bytes.length + " bytes of " + type;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// One field of a multipart form.
    public sealed interface Part {

        record Text(String name, String value) implements Part {}

        /// @param fileName plain ASCII
        record File(String name, String fileName, String type, byte[] bytes) implements Part {}
    }
}
