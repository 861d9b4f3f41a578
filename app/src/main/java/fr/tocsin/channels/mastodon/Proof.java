package fr.tocsin.channels.mastodon;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// Proof that whoever takes the token is who asked for consent: PKCE, RFC 7636. Servers that know
/// nothing of it ignore it.
///
/// @param verifier kept secret until the token is taken
record Proof(String verifier) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    static Proof fresh() {
        return new Proof(random());
    }

    /// 256 bits that nobody can guess.
    static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return ENCODER.encodeToString(bytes);
    }

    /// Shown when consent is asked for; method `S256`, RFC 7636 §4.2.
    String challenge() {
        try {
            return ENCODER.encodeToString(
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
