package fr.tocsin.channels.mastodon;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import fr.tocsin.channels.mastodon.DoubleCall.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/// Pictures, after `methods/media` of the documentation. Stricter than the real thing in one point:
/// a picture that still carries metadata is refused.
final class DoubleMedia {

    static final int DESCRIPTION = 1500;
    static final int BYTES = 16 * 1024 * 1024;

    private static final Set<String> TYPES =
            Set.of("image/jpeg", "image/png", "image/gif", "image/webp", "video/mp4");
    private static final int VIDEO_BYTES = 99 * 1024 * 1024;
    private static final Pattern NAME = Pattern.compile("(?i)[; ]name=\"([^\"]*)\"");
    private static final Pattern TYPE = Pattern.compile("(?im)^content-type: *([\\w/+-]+)");

    /// @param ready how often it must still be asked for before it is processed
    record Picture(long id, String type, byte[] bytes, String description, AtomicInteger ready) {}

    private record Part(String type, byte[] bytes) {

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /// How many looks a picture takes to be processed; 0 is at once.
    volatile int looks;

    private final MastodonDouble network;
    private final AtomicLong ids = new AtomicLong(22_000_000);
    private final Map<Long, Picture> pictures = new ConcurrentHashMap<>();

    DoubleMedia(MastodonDouble network) {
        this.network = network;
    }

    Collection<Picture> all() {
        return pictures.values();
    }

    int uploads() {
        return pictures.size();
    }

    void upload(DoubleCall call) throws Refusal {
        network.oauth.require(call, "write:media");
        var parts = parts(call);
        var file = parts.get("file");
        if (file == null || file.bytes.length == 0) {
            throw new Refusal(422, "Validation failed: File can't be blank");
        }
        var description = parts.containsKey("description") ? parts.get("description").text() : "";
        if (description.codePointCount(0, description.length()) > DESCRIPTION) {
            throw new Refusal(422, "Validation failed: Description is too long (maximum is 1500)");
        }
        check(file);
        var picture =
                new Picture(
                        ids.incrementAndGet(),
                        file.type,
                        file.bytes,
                        description,
                        new AtomicInteger(looks));
        pictures.put(picture.id, picture);
        call.answer(looks == 0 ? 200 : 202, entity(picture));
    }

    void show(DoubleCall call, long id) throws Refusal {
        network.oauth.require(call, "write:media");
        var picture = existing(id);
        call.answer(picture.ready.getAndDecrement() > 0 ? 206 : 200, entity(picture));
    }

    void file(DoubleCall call, long id) throws Refusal {
        call.file(existing(id).type, existing(id).bytes);
    }

    Picture existing(long id) throws Refusal {
        var picture = pictures.get(id);
        if (picture == null) {
            throw new Refusal(404, "Record not found");
        }
        return picture;
    }

    /// A picture keeps its file; its words can change (`media_attributes`, since 4.1).
    Picture described(long id, String description) throws Refusal {
        if (description.codePointCount(0, description.length()) > DESCRIPTION) {
            throw new Refusal(422, "Validation failed: Description is too long (maximum is 1500)");
        }
        var before = existing(id);
        var after = new Picture(id, before.type, before.bytes, description, before.ready);
        pictures.put(id, after);
        return after;
    }

    void forget(long id) {
        pictures.remove(id);
    }

    Map<String, Object> entity(Picture picture) {
        var entity = new LinkedHashMap<String, Object>();
        entity.put("id", Long.toString(picture.id));
        entity.put("type", picture.type.startsWith("video/") ? "video" : "image");
        entity.put("url", picture.ready.get() > 0 ? null : network.root() + "/files/" + picture.id);
        entity.put("preview_url", network.root() + "/files/" + picture.id);
        entity.put("description", picture.description.isEmpty() ? null : picture.description);
        return entity;
    }

    private static void check(Part file) throws Refusal {
        if (!TYPES.contains(file.type)) {
            throw new Refusal(422, "Validation failed: File content type is invalid");
        }
        if (file.type.equals("video/mp4")) {
            video(file);
            return;
        }
        if (file.bytes.length > BYTES) {
            throw new Refusal(422, "Validation failed: File file size must be less than 16 MB");
        }
        try {
            var found = ImageMetadataReader.readMetadata(new ByteArrayInputStream(file.bytes));
            for (var directory : found.getDirectories()) {
                if (directory instanceof ExifDirectoryBase
                        || directory instanceof IptcDirectory
                        || directory instanceof XmpDirectory) {
                    throw new Refusal(
                            422, "Validation failed: File carries " + directory.getName());
                }
            }
        } catch (IOException | ImageProcessingException broken) {
            throw new Refusal(
                    422, "Validation failed: File content type is invalid, File is invalid");
        }
    }

    private static void video(Part file) throws Refusal {
        var text = new String(file.bytes, StandardCharsets.ISO_8859_1);
        if (file.bytes.length > VIDEO_BYTES || !text.startsWith("ftyp", 4)) {
            throw new Refusal(422, "Validation failed: File is invalid");
        }
        if (text.contains("udta") || text.contains("PLANTED")) {
            throw new Refusal(422, "Validation failed: File carries user data");
        }
    }

    /// RFC 7578, as far as clients use it.
    private static Map<String, Part> parts(DoubleCall call) throws Refusal {
        var type = call.requestHeader("Content-Type");
        if (!type.startsWith("multipart/form-data") || !type.contains("boundary=")) {
            throw new Refusal(422, "Validation failed: File can't be blank");
        }
        var boundary = "--" + type.replaceFirst(".*boundary=\"?([^\";]+).*", "$1");
        var whole = new String(call.body(), StandardCharsets.ISO_8859_1);
        var parts = new LinkedHashMap<String, Part>();
        for (var piece : whole.split(Pattern.quote(boundary))) {
            var end = piece.indexOf("\r\n\r\n");
            if (end > 0) {
                var head =
                        new String(
                                piece.substring(0, end).getBytes(StandardCharsets.ISO_8859_1),
                                StandardCharsets.UTF_8);
                var name = NAME.matcher(head);
                var media = TYPE.matcher(head);
                var content = piece.substring(end + 4, piece.length() - 2);
                if (name.find()) {
                    parts.put(
                            name.group(1),
                            new Part(
                                    media.find() ? media.group(1) : "text/plain",
                                    content.getBytes(StandardCharsets.ISO_8859_1)));
                }
            }
        }
        return parts;
    }
}
