package fr.tocsin.channels.bluesky;

import fr.tocsin.delivering.Post;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Writes the records of the lexicon `app.bsky.feed.post`. The same post under the same keys gives
/// the same bytes, and so the same CID: that is what makes a repeat harmless.
final class Records {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Records() {}

    /// One part of a post, not yet tied into its thread.
    ///
    /// @param embed pictures or a link card
    static ObjectNode post(
            Post post, Post.Part part, Tid key, ArrayNode facets, @Nullable ObjectNode embed) {
        var record = JSON.objectNode();
        record.put("$type", PostUri.COLLECTION);
        record.put("text", part.text());
        record.put("createdAt", TIME.format(key.instant()));
        record.putArray("langs").add(post.language());
        if (!facets.isEmpty()) {
            record.set("facets", facets);
        }
        if (embed != null) {
            record.set("embed", embed);
        }
        if (post.warning() != null && !part.images().isEmpty()) {
            record.set("labels", graphicMedia());
        }
        return record;
    }

    /// Makes each record answer the one before it, and all of them the first.
    ///
    /// @param tie what the first one answers itself, empty when it begins a thread
    static void tie(List<ObjectNode> records, List<PostUri> uris, Optional<ReplyTo.Tie> tie) {
        tie.ifPresent(thread -> {
            var reply = records.getFirst().putObject("reply");
            reply.set("root", thread.root());
            reply.set("parent", thread.parent());
        });
        for (var i = 1; i < records.size(); i++) {
            var root =
                    tie.map(ReplyTo.Tie::root)
                            .orElseGet(() -> reference(uris.getFirst(), records.getFirst()));
            var reply = records.get(i).putObject("reply");
            reply.set("root", root);
            reply.set("parent", reference(uris.get(i - 1), records.get(i - 1)));
        }
    }

    /// The request that makes them public: one by `putRecord`, whose repeat changes nothing,
    /// several by `applyWrites`, which writes all or none and whose repeat fails.
    static String request(List<PostUri> uris, List<ObjectNode> records) {
        var request = JSON.objectNode().put("repo", uris.getFirst().did());
        if (records.size() == 1) {
            request.put("collection", PostUri.COLLECTION).put("rkey", uris.getFirst().key());
            request.set("record", records.getFirst());
            return request.toString();
        }
        var writes = request.putArray("writes");
        for (var i = 0; i < records.size(); i++) {
            writes.addObject()
                    .put("$type", "com.atproto.repo.applyWrites#create")
                    .put("collection", PostUri.COLLECTION)
                    .put("rkey", uris.get(i).key())
                    .set("value", records.get(i));
        }
        return request.toString();
    }

    /// A card for the post's link.
    static ObjectNode card(URI link, @Nullable String title) {
        var shown = title == null || title.isBlank() ? link.getHost() : title;
        var embed = JSON.objectNode().put("$type", "app.bsky.embed.external");
        embed.putObject("external")
                .put("uri", link.toString())
                .put("title", shown == null ? link.toString() : shown)
                .put("description", "");
        return embed;
    }

    /// @param images as [#image] gives them
    static ObjectNode images(List<ObjectNode> images) {
        var embed = JSON.objectNode().put("$type", "app.bsky.embed.images");
        embed.putArray("images").addAll(images);
        return embed;
    }

    /// @param blob what the server answered to the upload
    static ObjectNode image(ObjectNode blob, String alt, int width, int height) {
        var image = JSON.objectNode().put("alt", alt);
        image.set("image", blob);
        image.putObject("aspectRatio").put("width", width).put("height", height);
        return image;
    }

    private static ObjectNode reference(PostUri uri, ObjectNode record) {
        return reference(uri.toString(), Cid.of(record));
    }

    /// Names a post and its exact content (lexicon `com.atproto.repo.strongRef`).
    static ObjectNode reference(String uri, String cid) {
        return JSON.objectNode().put("uri", uri).put("cid", cid);
    }

    /// Bluesky hides pictures, never words, behind a warning, and only one of its own.
    private static ObjectNode graphicMedia() {
        var labels = JSON.objectNode().put("$type", "com.atproto.label.defs#selfLabels");
        labels.putArray("values").addObject().put("val", "graphic-media");
        return labels;
    }
}
