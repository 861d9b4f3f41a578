package fr.tocsin.backup;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Encrypts a file with a passphrase while it is written, and opens it while it is read.
///
/// Key: Argon2id (RFC 9106, its second recommended choice: 64 MiB, three passes, four lanes).
/// Content: AES-256-GCM in segments of 64 KiB, numbered and with the last one marked (Tink's
/// `AES256_GCM_HKDF` streaming), so that a segment changed, moved or cut off is noticed. The header
/// in clear is authenticated with every segment.
final class Seal {

    private static final byte[] MAGIC =
            "tocsin backup, encrypted 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT_BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final int KIBIBYTES = 64 << 10;
    private static final int PASSES = 3;
    private static final int LANES = 4;
    private static final int SEGMENT = 64 << 10;

    /// More than that would only serve to exhaust the memory of who opens it.
    private static final int MOST_KIBIBYTES = 1 << 20;

    private static final int MOST_PASSES = 64;

    private Seal() {}

    static OutputStream seal(OutputStream out, char[] passphrase) throws IOException, Unusable {
        var salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        var header =
                ByteBuffer.allocate(SALT_BYTES + 3 * Integer.BYTES)
                        .putInt(KIBIBYTES)
                        .putInt(PASSES)
                        .putInt(LANES)
                        .put(salt)
                        .array();
        var data = new DataOutputStream(out);
        data.write(MAGIC);
        data.write(header);
        try {
            return stream(passphrase, header).newEncryptingStream(out, header);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing in this Java", e);
        }
    }

    /// Whether it begins as an encrypted backup does; nothing is taken from the stream.
    static boolean isSealed(PushbackInputStream in) throws IOException {
        var begin = in.readNBytes(MAGIC.length);
        in.unread(begin);
        return Arrays.equals(begin, MAGIC);
    }

    /// How many bytes [#isSealed] pushes back at most.
    static int lookahead() {
        return MAGIC.length;
    }

    /// @throws Unusable when the header makes no sense, or the passphrase is another one
    static InputStream open(InputStream in, char[] passphrase) throws IOException, Unusable {
        var data = new DataInputStream(in);
        data.readNBytes(MAGIC.length);
        var header = data.readNBytes(SALT_BYTES + 3 * Integer.BYTES);
        if (header.length < SALT_BYTES + 3 * Integer.BYTES) {
            throw new Unusable("The backup is damaged: it was cut off. Nothing was changed.");
        }
        try {
            var opened =
                    new PushbackInputStream(
                            stream(passphrase, header).newDecryptingStream(in, header));
            var first = opened.read();
            if (first >= 0) {
                opened.unread(first);
            }
            return opened;
        } catch (IOException e) {
            throw new Unusable(
                    "The passphrase is not the one of this backup, or its beginning is damaged. Nothing was changed.",
                    e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing in this Java", e);
        }
    }

    private static AesGcmHkdfStreaming stream(char[] passphrase, byte[] header)
            throws GeneralSecurityException, Unusable {
        var buffer = ByteBuffer.wrap(header);
        var kibibytes = buffer.getInt();
        var passes = buffer.getInt();
        var lanes = buffer.getInt();
        if (kibibytes < 8
                || kibibytes > MOST_KIBIBYTES
                || passes < 1
                || passes > MOST_PASSES
                || lanes < 1
                || lanes > 16) {
            throw new Unusable(
                    "The backup is damaged: its header asks for an impossible derivation of the key. Nothing was changed.");
        }
        var salt = new byte[SALT_BYTES];
        buffer.get(salt);
        var argon2 = new Argon2BytesGenerator();
        argon2.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(kibibytes)
                        .withIterations(passes)
                        .withParallelism(lanes)
                        .withSalt(salt)
                        .build());
        var key = new byte[KEY_BYTES];
        var normal = Normalizer.normalize(new String(passphrase), Normalizer.Form.NFKC);
        argon2.generateBytes(normal.getBytes(StandardCharsets.UTF_8), key);
        return new AesGcmHkdfStreaming(key, "HmacSha256", KEY_BYTES, SEGMENT, 0);
    }
}
