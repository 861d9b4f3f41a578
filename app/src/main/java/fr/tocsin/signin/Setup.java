package fr.tocsin.signin;

import fr.tocsin.signin.Throttle.Leave;
import fr.tocsin.signin.Throttle.Purpose;
import fr.tocsin.units.Member;
import fr.tocsin.units.Members;
import fr.tocsin.units.Memberships;
import fr.tocsin.units.Role;
import fr.tocsin.units.Unit;
import fr.tocsin.units.Units;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The first visit: whoever reads the one-time code on the server's console makes the first unit,
/// or loads the demonstration.
@Service
public class Setup {

    /// What the first administrator may do; a team of two has no one else to write and approve.
    private static final Set<Role> FIRST = Set.of(Role.ADMINISTRATOR, Role.AUTHOR, Role.APPROVER);

    private final SetupCodes codes;
    private final Units units;
    private final Members members;
    private final Memberships memberships;
    private final MemberAccess access;
    private final Throttle throttle;

    Setup(
            SetupCodes codes,
            Units units,
            Members members,
            Memberships memberships,
            MemberAccess access,
            Throttle throttle) {
        this.codes = codes;
        this.units = units;
        this.members = members;
        this.memberships = memberships;
        this.access = access;
        this.throttle = throttle;
    }

    /// Whether nothing has been set up yet.
    public boolean needed() {
        return units.none();
    }

    /// A new code in place of the former one.
    public String newCode() {
        return codes.renew();
    }

    /// What comes of typing a code in.
    public sealed interface Answer {
        record Right() implements Answer {}

        record Wrong() implements Answer {}

        record TooMany(Duration delay) implements Answer {}
    }

    /// Checks a code without using it.
    public Answer check(String code, String address) {
        return switch (throttle.ask(Purpose.SETUP, "", address)) {
            case Leave.Refused refused -> new Answer.TooMany(refused.delay());
            case Leave.Granted granted -> {
                if (!codes.is(code)) {
                    yield new Answer.Wrong();
                }
                throttle.succeeded(granted);
                yield new Answer.Right();
            }
        };
    }

    /// Whether the code still holds: no other browser used it, no other start replaced it.
    public boolean holds(String code) {
        return needed() && codes.is(code);
    }

    /// The first unit and its administrator, as the form gave and checked them.
    public record First(
            String slug,
            String unitName,
            Unit.Service service,
            String place,
            String contact,
            String name,
            String email,
            String password,
            Locale language) {}

    /// Makes the first unit and its administrator. Empty when another browser was faster.
    @Transactional
    public Optional<Member> begin(String code, First first) {
        if (!codes.use(code) || !needed()) {
            return Optional.empty();
        }
        var unit =
                units.create(
                        first.slug(),
                        first.unitName(),
                        first.service(),
                        first.place(),
                        first.contact(),
                        false);
        var member =
                members.byEmail(first.email())
                        .orElseGet(() ->
                                members.add(first.email(), first.name(), first.language(), false));
        memberships.add(unit.id(), member.id(), FIRST);
        access.setPassword(member.id(), first.password(), null);
        return Optional.of(member);
    }

    /// Loads the demonstration. False when another browser was faster.
    public boolean demonstrate(String code, Demonstration demonstration) {
        if (!codes.use(code) || !needed()) {
            return false;
        }
        demonstration.load();
        return true;
    }
}
