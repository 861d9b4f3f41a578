package fr.tocsin.signin;

import fr.tocsin.settings.Settings;
import fr.tocsin.signin.Passkeys.Question;
import fr.tocsin.units.Member;
import fr.tocsin.units.MemberId;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What a browser is asked, as JSON (WebAuthn Level 3 §5.4, §5.5): a key that the device itself can
/// find, and a verified user.
@Component
class PasskeyQuestions {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int CHALLENGE_BYTES = 32;
    private static final int PATIENCE_MS = 300_000;

    private final SecureRandom random = new SecureRandom();
    private final String host;

    PasskeyQuestions(Settings settings) {
        host = settings.publicUrl().getHost();
    }

    Question create(Member member, List<byte[]> known) {
        var challenge = challenge();
        var options = options(challenge);
        options.putObject("rp").put("id", host).put("name", "Tocsin");
        options.putObject("user")
                .put("id", BASE64.encodeToString(handle(member.id())))
                .put("name", member.email())
                .put("displayName", member.name());
        var algorithms = options.putArray("pubKeyCredParams");
        Ceremony.ALGORITHMS.forEach(algorithm ->
                algorithms.addObject().put("type", "public-key").put("alg", algorithm.getValue()));
        options.putObject("authenticatorSelection")
                .put("residentKey", "required")
                .put("requireResidentKey", true)
                .put("userVerification", "required");
        options.put("attestation", "none");
        name(options, "excludeCredentials", known);
        return new Question(challenge, JSON.writeValueAsString(options));
    }

    /// @param allowed the keys that will do; none stands for any
    Question get(List<byte[]> allowed) {
        var challenge = challenge();
        var options = options(challenge).put("rpId", host).put("userVerification", "required");
        name(options, "allowCredentials", allowed);
        return new Question(challenge, JSON.writeValueAsString(options));
    }

    private static ObjectNode options(byte[] challenge) {
        return JSON.createObjectNode()
                .put("challenge", BASE64.encodeToString(challenge))
                .put("timeout", PATIENCE_MS);
    }

    private static void name(ObjectNode options, String field, List<byte[]> keys) {
        var array = options.putArray(field);
        keys.forEach(key ->
                array.addObject().put("type", "public-key").put("id", BASE64.encodeToString(key)));
    }

    private byte[] challenge() {
        var challenge = new byte[CHALLENGE_BYTES];
        random.nextBytes(challenge);
        return challenge;
    }

    /// The user handle: the member's id, which says nothing about the person (§14.6.1).
    private static byte[] handle(MemberId member) {
        return ByteBuffer.allocate(16)
                .putLong(member.value().getMostSignificantBits())
                .putLong(member.value().getLeastSignificantBits())
                .array();
    }
}
