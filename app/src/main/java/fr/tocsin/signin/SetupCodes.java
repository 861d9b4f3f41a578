package fr.tocsin.signin;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The set-up page's one-time code, hashed, in a single row that disappears when it is used: of two
/// browsers, the second one waits for the first one's transaction and finds nothing.
@Repository
class SetupCodes {

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int SYMBOLS = 12;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SetupCodes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    String renew() {
        var code = new StringBuilder();
        for (var i = 0; i < SYMBOLS; i++) {
            if (i > 0 && i % 4 == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        jdbc.sql(
                        """
                        INSERT INTO setup_code (only_one, code_hash, made_at) VALUES (true, :hash, :now)
                        ON CONFLICT (only_one) DO UPDATE
                           SET code_hash = excluded.code_hash, made_at = excluded.made_at
                        """)
                .param("hash", Hashes.sha256(plain(code.toString())))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return code.toString();
    }

    boolean is(String code) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM setup_code WHERE code_hash = :hash)")
                .param("hash", Hashes.sha256(plain(code)))
                .query(Boolean.class)
                .single();
    }

    boolean use(String code) {
        return jdbc.sql("DELETE FROM setup_code WHERE code_hash = :hash")
                        .param("hash", Hashes.sha256(plain(code)))
                        .update()
                == 1;
    }

    private static String plain(String code) {
        return code.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
    }
}
