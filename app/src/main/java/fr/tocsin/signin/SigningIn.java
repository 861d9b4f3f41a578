package fr.tocsin.signin;

import fr.tocsin.audit.Audit;
import fr.tocsin.audit.Deed;
import fr.tocsin.audit.MemberDeeds;
import fr.tocsin.signin.Throttle.Leave;
import fr.tocsin.signin.Throttle.Purpose;
import fr.tocsin.units.Member;
import fr.tocsin.units.Members;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// Signing in: a password, then a code of the second factor. Demonstration members have a password
/// only. Guessing is slowed down; an unknown account answers like a wrong password, after as long.
@Service
public class SigningIn {

    private final Members members;
    private final Credentials credentials;
    private final Passwords passwords;
    private final SecondFactor secondFactor;
    private final Throttle throttle;
    private final Audit audit;
    private final MemberDeeds deeds;

    SigningIn(
            Members members,
            Credentials credentials,
            Passwords passwords,
            SecondFactor secondFactor,
            Throttle throttle,
            Audit audit,
            MemberDeeds deeds) {
        this.members = members;
        this.credentials = credentials;
        this.passwords = passwords;
        this.secondFactor = secondFactor;
        this.throttle = throttle;
        this.audit = audit;
        this.deeds = deeds;
    }

    /// What comes of one step.
    public sealed interface Answer {

        /// Signed in.
        record Welcome(Member member) implements Answer {}

        /// The password is right; now a code is asked for.
        record CodeAsked(Member member) implements Answer {}

        /// The password is right, but a second factor must be set up first.
        record MustEnrol(Member member) implements Answer {}

        /// Wrong, and no more is said.
        record Wrong() implements Answer {}

        /// Too many attempts; nothing was checked.
        record TooMany(Duration delay) implements Answer {}
    }

    /// @param address whence it comes, as text
    public Answer password(String email, String password, String address) {
        return switch (throttle.ask(Purpose.PASSWORD, email, address)) {
            case Leave.Refused refused -> new Answer.TooMany(refused.delay());
            case Leave.Granted granted -> {
                var member = members.byEmail(email);
                if (!matches(member, password)) {
                    refused(member);
                    yield new Answer.Wrong();
                }
                throttle.succeeded(granted);
                yield next(member.orElseThrow());
            }
        };
    }

    /// What was typed for an unknown address is not kept: it may be a password.
    private void refused(Optional<Member> member) {
        member.ifPresentOrElse(
                known -> deeds.record(known, "password-refused"),
                () -> audit.record(Deed.ofNobody("password-refused")));
    }

    private boolean matches(Optional<Member> member, String password) {
        var credential = member.flatMap(known -> credentials.find(known.id()));
        return credential.isEmpty()
                ? passwords.matchesNobody(password)
                : passwords.matches(password, credential.get().passwordHash());
    }

    private Answer next(Member member) {
        if (secondFactor.enrolled(member.id())) {
            return new Answer.CodeAsked(member);
        }
        return member.demo() ? new Answer.Welcome(member) : new Answer.MustEnrol(member);
    }

    /// The second step: the app's code or a recovery code.
    ///
    /// @param since when the first step was done: a password changed after it makes it void
    public Answer code(Member member, String code, Instant since, String address) {
        return switch (throttle.ask(Purpose.CODE, member.id().toString(), address)) {
            case Leave.Refused refused -> new Answer.TooMany(refused.delay());
            case Leave.Granted granted -> {
                var stale =
                        credentials
                                .find(member.id())
                                .filter(credential -> !credential.changed().isAfter(since))
                                .isEmpty();
                if (stale || !secondFactor.accepts(member.id(), code)) {
                    deeds.record(member, "code-refused");
                    yield new Answer.Wrong();
                }
                throttle.succeeded(granted);
                yield new Answer.Welcome(member);
            }
        };
    }

    /// Whether it is the member's password, for acts that ask for it again; counted like a sign-in.
    public Answer confirm(Member member, String password, String address) {
        var answer = password(member.email(), password, address);
        return answer instanceof Answer.Wrong || answer instanceof Answer.TooMany
                ? answer
                : new Answer.Welcome(member);
    }

    /// Proving it again before a grave act: the code where there is a second factor, else (in the
    /// demonstration) the password. Counted like a sign-in.
    public Answer again(Member member, String proof, String address) {
        return secondFactor.enrolled(member.id())
                ? code(member, proof, Instant.MAX, address)
                : confirm(member, proof, address);
    }

    /// Seconds rounded up to minutes, at least one: for people, not for clocks.
    public static long minutes(Duration delay) {
        return Math.max(1, delay.plusSeconds(59).toMinutes());
    }
}
