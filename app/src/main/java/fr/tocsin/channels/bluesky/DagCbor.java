package fr.tocsin.channels.bluesky;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Encodes a record's JSON as the server will (DAG-CBOR, ipld.io/specs/codecs/dag-cbor; in the
/// subset of atproto.com/specs/data-model): one form only, shortest lengths, map keys by length and
/// then by bytes, links as tag 42. The data model has no fractions, and our records no byte
/// strings.
final class DagCbor {

    private static final int UNSIGNED = 0;
    private static final int NEGATIVE = 1;
    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int ARRAY = 4;
    private static final int MAP = 5;
    private static final int TAG = 6;
    private static final int FALSE = 0xf4;
    private static final int TRUE = 0xf5;
    private static final int NULL = 0xf6;
    private static final int LINK = 42;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private DagCbor() {}

    /// @throws IllegalArgumentException when the value is none of the data model
    static byte[] encode(JsonNode value) {
        var cbor = new DagCbor();
        cbor.write(value);
        return cbor.out.toByteArray();
    }

    private void write(JsonNode value) {
        switch (value.getNodeType()) {
            case OBJECT -> object(value);
            case ARRAY -> {
                head(ARRAY, value.size());
                value.forEach(this::write);
            }
            case STRING -> text(value.stringValue());
            case NUMBER -> number(value);
            case BOOLEAN -> out.write(value.booleanValue() ? TRUE : FALSE);
            case NULL -> out.write(NULL);
            case BINARY, MISSING, POJO -> throw foreign(value);
        }
    }

    private void object(JsonNode value) {
        if (value.size() == 1 && value.has("$link")) {
            link(value.get("$link").stringValue());
            return;
        }
        head(MAP, value.size());
        value.properties().stream()
                .sorted(Comparator.comparing(property -> utf8(property.getKey()), DagCbor::order))
                .forEach(this::property);
    }

    private void property(Map.Entry<String, JsonNode> property) {
        text(property.getKey());
        write(property.getValue());
    }

    private static int order(byte[] one, byte[] other) {
        return one.length != other.length
                ? Integer.compare(one.length, other.length)
                : Arrays.compareUnsigned(one, other);
    }

    /// A byte string that starts with the identity multibase.
    private void link(String cid) {
        var bytes = Cid.bytes(cid);
        head(TAG, LINK);
        head(BYTES, bytes.length + 1L);
        out.write(0);
        out.writeBytes(bytes);
    }

    private void text(String text) {
        var bytes = utf8(text);
        head(TEXT, bytes.length);
        out.writeBytes(bytes);
    }

    private void number(JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw foreign(value);
        }
        var number = value.longValue();
        head(number < 0 ? NEGATIVE : UNSIGNED, number < 0 ? ~number : number);
    }

    private void head(int major, long argument) {
        var extra =
                argument < 24
                        ? 0
                        : argument < 1 << 8
                                ? 1
                                : argument < 1 << 16 ? 2 : argument < 1L << 32 ? 4 : 8;
        var info =
                switch (extra) {
                    case 0 -> (int) argument;
                    case 1 -> 24;
                    case 2 -> 25;
                    case 4 -> 26;
                    default -> 27;
                };
        out.write(major << 5 | info);
        for (var shift = (extra - 1) * 8; shift >= 0; shift -= 8) {
            out.write((int) (argument >>> shift));
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static IllegalArgumentException foreign(JsonNode value) {
        return new IllegalArgumentException(
                "a record holds maps, lists, text, whole numbers and links, found " + value);
    }
}
