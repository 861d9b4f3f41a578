package fr.tocsin.signin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import fr.tocsin.audit.MemberDeeds;
import fr.tocsin.secrets.Secrets;
import fr.tocsin.signin.Credentials.Secret;
import fr.tocsin.units.Member;
import fr.tocsin.units.MemberId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The second factor: codes of an authenticator app (TOTP, RFC 6238: SHA-1, 6 digits, 30 s), and
/// codes on paper for when the phone is lost. A code counts once (RFC 6238 §5.2), one step early or
/// late.
@Service
public class SecondFactor {

    private static final int SECRET_BYTES = 20; // RFC 4226 §4, R6
    private static final int TOLERATED_STEPS = 1;

    private final TimeBasedOneTimePasswordGenerator totp = new TimeBasedOneTimePasswordGenerator();
    private final SecureRandom random = new SecureRandom();
    private final Base32 base32 = new Base32();
    private final Credentials credentials;
    private final RecoveryCodes codes;
    private final Secrets secrets;
    private final MemberDeeds deeds;
    private final Clock clock;

    SecondFactor(
            Credentials credentials,
            RecoveryCodes codes,
            Secrets secrets,
            MemberDeeds deeds,
            Clock clock) {
        this.credentials = credentials;
        this.codes = codes;
        this.secrets = secrets;
        this.deeds = deeds;
        this.clock = clock;
    }

    /// What the app must be told: by camera, or typed in.
    ///
    /// @param key Base32, in groups of four
    /// @param address `otpauth://totp/…`, for the QR code
    public record Enrolment(String key, String address) {}

    /// The secret to enrol with; the same until it is confirmed, so that reloading the page does
    /// not spoil what the app just took in.
    @Transactional
    public Enrolment begin(Member member) {
        var secret =
                credentials
                        .secret(member.id(), Secret.PENDING)
                        .map(sealed -> open(sealed, member.id()))
                        .orElseGet(() -> fresh(member.id()));
        var key = base32.encodeToString(secret);
        return new Enrolment(key.replaceAll("(.{4})(?!$)", "$1 "), address(member, key));
    }

    /// Another secret to enrol with, for who has a second factor already: what a session left open
    /// has shown to somebody before is worth nothing.
    @Transactional
    public Enrolment beginAnew(Member member) {
        fresh(member.id());
        return begin(member);
    }

    private byte[] fresh(MemberId member) {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        credentials.pending(member, secrets.seal(secret, context(member)));
        return secret;
    }

    private byte[] open(byte[] sealed, MemberId member) {
        return secrets.open(sealed, context(member));
    }

    private static String context(MemberId member) {
        return "second factor of " + member;
    }

    private static String address(Member member, String key) {
        var label = URLEncoder.encode("Tocsin:" + member.email(), StandardCharsets.UTF_8);
        return "otpauth://totp/"
                + label.replace("+", "%20")
                + "?secret="
                + key
                + "&issuer=Tocsin&algorithm=SHA1&digits=6&period=30";
    }

    /// Confirms the enrolment with a first code. The former second factor and its recovery codes
    /// are void from then on.
    ///
    /// @return new recovery codes, to be shown once; empty when the code is wrong
    @Transactional
    public Optional<List<String>> confirm(MemberId member, String code) {
        var pending = credentials.secret(member, Secret.PENDING);
        if (pending.isEmpty()) {
            return Optional.empty();
        }
        var step = step(open(pending.get(), member), code);
        if (step.isEmpty() || !credentials.confirm(member, pending.get(), step.getAsLong())) {
            return Optional.empty();
        }
        deeds.record(member, "second-factor-set");
        return Optional.of(codes.renew(member));
    }

    public boolean enrolled(MemberId member) {
        return credentials.secret(member, Secret.CONFIRMED).isPresent();
    }

    /// Whether it is the app's code of now, or an unused recovery code.
    boolean accepts(MemberId member, String code) {
        var digits = code.replaceAll("\\s", "");
        if (!digits.matches("[0-9]{6}")) {
            return codes.use(member, code);
        }
        var secret = credentials.secret(member, Secret.CONFIRMED);
        if (secret.isEmpty()) {
            return false;
        }
        var step = step(open(secret.get(), member), digits);
        return step.isPresent() && credentials.useStep(member, step.getAsLong());
    }

    public int recoveryCodesLeft(MemberId member) {
        return codes.left(member);
    }

    /// New recovery codes, to be shown once; the older ones are void.
    @Transactional
    public List<String> renewRecoveryCodes(MemberId member) {
        deeds.record(member, "recovery-codes-renewed");
        return codes.renew(member);
    }

    void forget(MemberId member) {
        credentials.forgetSecondFactor(member);
        codes.forget(member);
    }

    /// The time step of which this is the code, if it is one near enough.
    private OptionalLong step(byte[] secret, String code) {
        var typed = code.replaceAll("\\s", "").getBytes(StandardCharsets.US_ASCII);
        var now = clock.instant().getEpochSecond() / totp.getTimeStep().toSeconds();
        var found = OptionalLong.empty();
        for (var step = now - TOLERATED_STEPS; step <= now + TOLERATED_STEPS; step++) {
            var right = codeAt(secret, step).getBytes(StandardCharsets.US_ASCII);
            if (MessageDigest.isEqual(right, typed)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private String codeAt(byte[] secret, long step) {
        try {
            var at = Instant.ofEpochSecond(step * totp.getTimeStep().toSeconds());
            return totp.generateOneTimePasswordString(new SecretKeySpec(secret, "RAW"), at);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("the second factor's secret is not a key", e);
        }
    }
}
