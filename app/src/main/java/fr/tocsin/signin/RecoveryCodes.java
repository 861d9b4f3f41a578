package fr.tocsin.signin;

import fr.tocsin.units.MemberId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Codes on paper, each good for one sign-in without the phone. 80 random bits, so that a plain
/// hash keeps them.
@Repository
class RecoveryCodes {

    private static final int COUNT = 10;
    private static final int SYMBOLS = 16;

    /// Crockford's Base32: no I, L, O, U.
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RecoveryCodes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// New codes in place of all older ones.
    @Transactional
    List<String> renew(MemberId member) {
        forget(member);
        var codes = Stream.generate(this::code).limit(COUNT).toList();
        for (var code : codes) {
            jdbc.sql("INSERT INTO recovery_code (member_id, code_hash) VALUES (:member, :hash)")
                    .param("member", member.value())
                    .param("hash", Hashes.sha256(plain(code)))
                    .update();
        }
        return codes;
    }

    /// Whether the code is one of the member's, used now for the first time.
    boolean use(MemberId member, String code) {
        return jdbc.sql(
                                """
                                UPDATE recovery_code SET used_at = :now
                                 WHERE member_id = :member AND code_hash = :hash AND used_at IS NULL
                                """)
                        .param("member", member.value())
                        .param("hash", Hashes.sha256(plain(code)))
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    int left(MemberId member) {
        return jdbc.sql(
                        "SELECT count(*) FROM recovery_code WHERE member_id = :member AND used_at IS NULL")
                .param("member", member.value())
                .query(Integer.class)
                .single();
    }

    void forget(MemberId member) {
        jdbc.sql("DELETE FROM recovery_code WHERE member_id = :member")
                .param("member", member.value())
                .update();
    }

    /// As read from paper: any case, any separators, O for 0, I and L for 1.
    private static String plain(String code) {
        return code.toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    private String code() {
        var code = new StringBuilder();
        for (var i = 0; i < SYMBOLS; i++) {
            if (i > 0 && i % 4 == 0) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }
}
