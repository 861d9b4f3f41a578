package fr.tocsin.signin.web;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A device with one passkey (WebAuthn Level 3 §6), which does what a test tells it, wrong things
/// included.
class SoftKey {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int WITH_CREDENTIAL = 0x40;

    final byte[] id = new byte[24];
    boolean verifiesItsUser = true;
    String origin;
    int count;

    private final KeyPair pair;
    private String userHandle = "";

    SoftKey(String origin) throws GeneralSecurityException {
        this.origin = origin;
        new SecureRandom().nextBytes(id);
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        pair = generator.generateKeyPair();
    }

    /// Answers the options of a registration.
    String create(String question) throws GeneralSecurityException {
        var options = JSON.readTree(question);
        userHandle = options.path("user").path("id").stringValue();
        var data = new ByteArrayOutputStream();
        data.writeBytes(header(options.path("rp").path("id").stringValue(), WITH_CREDENTIAL));
        data.writeBytes(new byte[16]);
        data.writeBytes(ByteBuffer.allocate(2).putShort((short) id.length).array());
        data.writeBytes(id);
        data.writeBytes(cose());
        var attestation = new ByteArrayOutputStream();
        attestation.write(0xa3);
        text(attestation, "fmt");
        text(attestation, "none");
        text(attestation, "attStmt");
        attestation.write(0xa0);
        text(attestation, "authData");
        attestation.writeBytes(new byte[] {0x58, (byte) data.size()});
        attestation.writeBytes(data.toByteArray());
        var answer = JSON.createObjectNode();
        answer.put("id", base64(id)).put("rawId", base64(id)).put("type", "public-key");
        answer.putObject("clientExtensionResults");
        answer.putObject("response")
                .put("clientDataJSON", base64(client("webauthn.create", options)))
                .put("attestationObject", base64(attestation.toByteArray()));
        return JSON.writeValueAsString(answer);
    }

    /// Answers the options of a sign-in.
    String get(String question) throws GeneralSecurityException {
        var options = JSON.readTree(question);
        count++;
        var data = header(options.path("rpId").stringValue(), 0);
        var client = client("webauthn.get", options);
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(data);
        signature.update(sha256(client));
        var answer = JSON.createObjectNode();
        answer.put("id", base64(id)).put("rawId", base64(id)).put("type", "public-key");
        answer.putObject("clientExtensionResults");
        answer.putObject("response")
                .put("clientDataJSON", base64(client))
                .put("authenticatorData", base64(data))
                .put("signature", base64(signature.sign()))
                .put("userHandle", userHandle);
        return JSON.writeValueAsString(answer);
    }

    private byte[] header(String host, int more) throws GeneralSecurityException {
        var flags = PRESENT | (verifiesItsUser ? VERIFIED : 0) | more;
        return ByteBuffer.allocate(37)
                .put(sha256(host.getBytes(StandardCharsets.UTF_8)))
                .put((byte) flags)
                .putInt(count)
                .array();
    }

    private byte[] client(String type, JsonNode options) {
        var client = JSON.createObjectNode().put("type", type);
        client.put("challenge", options.path("challenge").stringValue());
        client.put("origin", origin).put("crossOrigin", false);
        return JSON.writeValueAsBytes(client);
    }

    private byte[] cose() {
        var point = ((ECPublicKey) pair.getPublic()).getW();
        var key = new ByteArrayOutputStream();
        key.writeBytes(
                new byte[] {(byte) 0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20});
        key.writeBytes(thirtyTwo(point.getAffineX().toByteArray()));
        key.writeBytes(new byte[] {0x22, 0x58, 0x20});
        key.writeBytes(thirtyTwo(point.getAffineY().toByteArray()));
        return key.toByteArray();
    }

    private static byte[] thirtyTwo(byte[] number) {
        var from = Math.max(0, number.length - 32);
        var bytes = new byte[32];
        var digits = Arrays.copyOfRange(number, from, number.length);
        System.arraycopy(digits, 0, bytes, 32 - digits.length, digits.length);
        return bytes;
    }

    private static void text(ByteArrayOutputStream out, String word) {
        out.write(0x60 + word.length());
        out.writeBytes(word.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
