package fr.tocsin.e2e;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/// The application on a member's phone that shows codes (RFC 6238).
final class Authenticator {

    private static final TimeBasedOneTimePasswordGenerator CODES =
            new TimeBasedOneTimePasswordGenerator();

    private final SecretKeySpec key;
    private Instant last = Instant.EPOCH;

    /// @param shown the key as the enrolment page shows it, in groups
    Authenticator(String shown) {
        key = new SecretKeySpec(new Base32().decode(shown.replaceAll("\\s", "")), "HmacSHA1");
    }

    /// The next code that has not been used yet; waits for it where necessary, as a person does.
    String code() {
        var step = Duration.ofSeconds(30).toMillis();
        while (Instant.now().toEpochMilli() / step == last.toEpochMilli() / step) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        last = Instant.now();
        try {
            return CODES.generateOneTimePasswordString(key, last);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
