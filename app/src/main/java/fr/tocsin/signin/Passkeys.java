package fr.tocsin.signin;

import fr.tocsin.signin.PasskeyRows.Row;
import fr.tocsin.signin.SigningIn.Answer;
import fr.tocsin.signin.Throttle.Leave;
import fr.tocsin.signin.Throttle.Purpose;
import fr.tocsin.units.Member;
import fr.tocsin.units.MemberId;
import fr.tocsin.units.Members;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Passkeys (WebAuthn Level 3): a key in the member's device, unlocked by finger, face or PIN. Such
/// a key is two factors at once, because the device verifies its user; a key that does not is
/// refused.
@Service
public class Passkeys {

    /// In characters.
    public static final int LONGEST_NAME = 60;

    /// More than anybody has devices.
    static final int MOST = 20;

    private final PasskeyQuestions questions;
    private final Ceremony ceremony;
    private final PasskeyRows rows;
    private final Members members;
    private final Throttle throttle;

    Passkeys(
            PasskeyQuestions questions,
            Ceremony ceremony,
            PasskeyRows rows,
            Members members,
            Throttle throttle) {
        this.questions = questions;
        this.ceremony = ceremony;
        this.rows = rows;
        this.members = members;
        this.throttle = throttle;
    }

    /// One key, as its owner knows it.
    ///
    /// @param used when it last signed in or confirmed; empty when it never did
    public record Passkey(UUID id, String name, Instant created, Optional<Instant> used) {}

    /// What a browser is asked to do.
    ///
    /// @param challenge random; good for one answer, kept in the session that asked
    /// @param json what the browser's `PublicKeyCredential.parse…OptionsFromJSON` takes
    public record Question(byte[] challenge, String json) {}

    /// Asks for a new key on the member's device.
    public Question toEnrol(Member member) {
        var known = rows.of(member.id()).stream().map(Row::credentialId).toList();
        return questions.create(member, known);
    }

    /// Asks for whatever key there is for this server.
    public Question toSignIn() {
        return questions.get(List.of());
    }

    /// Asks for one of the member's own keys.
    public Question toConfirm(MemberId member) {
        return questions.get(rows.of(member).stream().map(Row::credentialId).toList());
    }

    /// Keeps a new key. False when the answer does not fit the question, when the device did not
    /// verify its user, when the key is known already, or when there are twenty.
    public boolean enrol(Member member, String name, String answer, byte[] challenge) {
        if (rows.of(member.id()).size() >= MOST) {
            return false;
        }
        var key = ceremony.created(answer, challenge);
        return key.isPresent() && rows.add(member.id(), name.strip(), key.get());
    }

    /// Signs in whoever owns the key; a session of its own is the caller's part.
    ///
    /// @param address whence it comes, as text
    public Answer signIn(String answer, byte[] challenge, String address) {
        return check(answer, challenge, Optional.empty(), address);
    }

    /// Proves again that it is this member.
    public Answer confirm(Member member, String answer, byte[] challenge, String address) {
        return check(answer, challenge, Optional.of(member.id()), address);
    }

    private Answer check(
            String answer, byte[] challenge, Optional<MemberId> expected, String address) {
        var shown = ceremony.parse(answer);
        var account = shown.map(Ceremony.Shown::name).orElse("");
        return switch (throttle.ask(Purpose.PASSKEY, account, address)) {
            case Leave.Refused refused -> new Answer.TooMany(refused.delay());
            case Leave.Granted granted -> {
                var owner =
                        shown.flatMap(it -> recognised(it, challenge))
                                .filter(it -> expected.isEmpty() || expected.get().equals(it))
                                .flatMap(members::find);
                if (owner.isEmpty()) {
                    yield new Answer.Wrong();
                }
                throttle.succeeded(granted);
                yield new Answer.Welcome(owner.get());
            }
        };
    }

    private Optional<MemberId> recognised(Ceremony.Shown shown, byte[] challenge) {
        return rows.find(shown.credentialId())
                .filter(row ->
                        shown.ownerIfSaid().filter(said -> !said.equals(row.member())).isEmpty())
                .flatMap(row ->
                        ceremony.signed(shown, challenge, row.key())
                                .filter(use -> rows.use(row.id(), use))
                                .map(_ -> row.member()));
    }

    /// The member's keys, oldest first.
    public List<Passkey> of(MemberId member) {
        return rows.of(member).stream().map(Row::passkey).toList();
    }

    /// False when it is not the member's, or the name is empty.
    public boolean rename(MemberId member, UUID id, String name) {
        return !name.isBlank() && rows.rename(member, id, name.strip());
    }

    /// False when it is not the member's.
    public boolean remove(MemberId member, UUID id) {
        return rows.remove(member, id);
    }

    void forget(MemberId member) {
        rows.forget(member);
    }
}
