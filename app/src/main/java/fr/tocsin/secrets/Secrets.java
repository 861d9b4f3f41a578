package fr.tocsin.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals what must be unreadable in a stolen database: tokens, passwords of networks, keys of
/// second factors.
///
/// AES-256-GCM (NIST SP 800-38D) with a random nonce, under a key that HKDF-SHA256 (RFC 5869)
/// derives from the installation's key for each context. The context says what is sealed and for
/// whom, such as `account-token 42`; what was sealed in one context opens in no other, so nobody
/// can move a secret from one row to another.
public final class Secrets {

    static final int KEY_BYTES = 32;

    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int OVERHEAD = 1 + NONCE_BYTES + TAG_BITS / 8;

    private final SecureRandom random = new SecureRandom();
    private final SecretKey master;

    private Secrets(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key of " + key.length + " bytes, expected 32");
        }
        this.master = new SecretKeySpec(key, "Generic");
    }

    /// @param key 32 random bytes
    public static Secrets withKey(byte[] key) {
        return new Secrets(key);
    }

    /// What to keep in the database: version, nonce, ciphertext and tag.
    public byte[] seal(byte[] plain, String context) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plain);
            return ByteBuffer.allocate(OVERHEAD + plain.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing in this Java", e);
        }
    }

    public byte[] seal(String plain, String context) {
        return seal(plain.getBytes(StandardCharsets.UTF_8), context);
    }

    /// @throws UnopenableSecret when it was sealed with another key or in another context, or
    ///   changed
    public byte[] open(byte[] sealed, String context) {
        if (sealed.length < OVERHEAD || sealed[0] != VERSION) {
            throw new UnopenableSecret(context, "it is not a secret of version " + VERSION);
        }
        var buffer = ByteBuffer.wrap(sealed).position(1);
        var nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        var rest = new byte[buffer.remaining()];
        buffer.get(rest);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, context).doFinal(rest);
        } catch (AEADBadTagException e) {
            throw new UnopenableSecret(
                    context, "it was sealed with another key or in another context, or changed");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing in this Java", e);
        }
    }

    /// As [#open], for what was sealed as text.
    public String openText(byte[] sealed, String context) {
        return new String(open(sealed, context), StandardCharsets.UTF_8);
    }

    private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key(context), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(new byte[] {VERSION});
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private SecretKey key(String context) throws GeneralSecurityException {
        var use = ("tocsin secret " + context).getBytes(StandardCharsets.UTF_8);
        return KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        "AES",
                        HKDFParameterSpec.ofExtract().addIKM(master).thenExpand(use, KEY_BYTES));
    }
}
