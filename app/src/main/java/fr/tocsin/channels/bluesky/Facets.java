package fr.tocsin.channels.bluesky;

import fr.tocsin.wording.Graphemes;
import fr.tocsin.wording.Links;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What makes a part of a text a link, a mention or a tag (lexicon `app.bsky.richtext.facet`). The
/// text itself carries no markup; each facet names its place in bytes of UTF-8, which the server
/// does not check.
final class Facets {

    /// Lexicon `app.bsky.richtext.facet#tag`.
    private static final int TAG_GRAPHEMES = 64;

    private static final int TAG_BYTES = 640;

    private static final String TYPE = "app.bsky.richtext.facet";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Facets() {}

    /// @param dids finds the account of a handle; a mention of nobody stays plain text
    static ArrayNode of(String text, Function<String, Optional<String>> dids) {
        var facets = JSON.arrayNode();
        for (var link : Links.withBareDomains(text)) {
            feature(link, dids).ifPresent(feature -> facets.add(facet(text, link, feature)));
        }
        return facets;
    }

    private static Optional<ObjectNode> feature(
            Links.Link link, Function<String, Optional<String>> dids) {
        return switch (link.kind()) {
            case URL -> Optional.of(feature("link").put("uri", link.target()));
            case TAG ->
                    fits(link.target())
                            ? Optional.of(feature("tag").put("tag", link.target()))
                            : Optional.empty();
            case MENTION ->
                    Handle.parse(link.target())
                            .flatMap(handle -> dids.apply(handle.name()))
                            .map(did -> feature("mention").put("did", did));
        };
    }

    private static boolean fits(String tag) {
        return Graphemes.count(tag) <= TAG_GRAPHEMES
                && tag.getBytes(StandardCharsets.UTF_8).length <= TAG_BYTES;
    }

    private static ObjectNode feature(String name) {
        return JSON.objectNode().put("$type", TYPE + "#" + name);
    }

    private static ObjectNode facet(String text, Links.Link link, ObjectNode feature) {
        check(text, link);
        var facet = JSON.objectNode();
        facet.putObject("index").put("byteStart", link.byteStart()).put("byteEnd", link.byteEnd());
        facet.putArray("features").add(feature);
        return facet;
    }

    private static void check(String text, Links.Link link) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (link.byteStart() < 0
                || link.byteEnd() > bytes.length
                || link.byteStart() >= link.byteEnd()
                || !new String(
                                bytes,
                                link.byteStart(),
                                link.byteEnd() - link.byteStart(),
                                StandardCharsets.UTF_8)
                        .equals(link.text())) {
            throw new IllegalStateException(
                    "found %s at the bytes %d to %d, expected to read it there; nothing was sent"
                            .formatted(link.text(), link.byteStart(), link.byteEnd()));
        }
    }
}
