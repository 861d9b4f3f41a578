package fr.tocsin.signin;

import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Hashes passwords with Argon2id (RFC 9106) at OWASP's parameters: 19 MiB, two passes, one lane.
/// Only a few at a time: a crowd at the door waits instead of exhausting memory.
@Component
class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;
    private static final int AT_ONCE = 3;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES);
    private final Semaphore room = new Semaphore(AT_ONCE, true);

    /// What an unknown account's password is compared with, so that it takes as long.
    private final String nobodys = hash("nobody has this password");

    String hash(String password) {
        room.acquireUninterruptibly();
        try {
            return argon2.encode(normal(password));
        } finally {
            room.release();
        }
    }

    boolean matches(String password, String hash) {
        room.acquireUninterruptibly();
        try {
            return argon2.matches(normal(password), hash);
        } finally {
            room.release();
        }
    }

    /// Takes as long as [#matches] and never does.
    boolean matchesNobody(String password) {
        return matches(password, nobodys) && false;
    }

    /// The same accents typed on different keyboards are the same password (NIST SP 800-63B
    /// §3.1.1.2).
    private static String normal(String password) {
        var bounded =
                password.length() > 2 * PasswordRules.LONGEST
                        ? password.substring(0, 2 * PasswordRules.LONGEST)
                        : password;
        return Normalizer.normalize(bounded, Normalizer.Form.NFKC);
    }
}
