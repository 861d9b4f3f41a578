package fr.tocsin.channels.bluesky;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import org.apache.commons.codec.binary.Base32;
import tools.jackson.databind.JsonNode;

/// Names a record by its content (atproto.com/specs/data-model#link-and-cid-formats): CIDv1, the
/// codec DAG-CBOR, SHA-256, in base32. A thread's posts name each other this way before the server
/// has seen them.
final class Cid {

    private static final byte[] CID_V1_DAG_CBOR_SHA_256 = {0x01, 0x71, 0x12, 0x20};
    private static final String MULTIBASE_BASE32 = "b";
    private static final Base32 BASE32 = new Base32();

    private Cid() {}

    static String of(JsonNode record) {
        var hash = sha256(DagCbor.encode(record));
        var cid = new byte[CID_V1_DAG_CBOR_SHA_256.length + hash.length];
        System.arraycopy(CID_V1_DAG_CBOR_SHA_256, 0, cid, 0, CID_V1_DAG_CBOR_SHA_256.length);
        System.arraycopy(hash, 0, cid, CID_V1_DAG_CBOR_SHA_256.length, hash.length);
        return MULTIBASE_BASE32
                + BASE32.encodeToString(cid).replace("=", "").toLowerCase(Locale.ROOT);
    }

    /// The binary form.
    ///
    /// @throws IllegalArgumentException when the text is no CID in base32
    static byte[] bytes(String cid) {
        if (!cid.matches("b[a-z2-7]+")) {
            throw new IllegalArgumentException("no CID in base32: " + cid);
        }
        return BASE32.decode(cid.substring(1).toUpperCase(Locale.ROOT));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
