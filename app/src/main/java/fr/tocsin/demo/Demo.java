package fr.tocsin.demo;

import fr.tocsin.publishing.Backdating;
import fr.tocsin.publishing.PublicationId;
import fr.tocsin.secrets.Secrets;
import fr.tocsin.signin.Demonstration;
import fr.tocsin.signin.MemberAccess;
import fr.tocsin.site.Site;
import fr.tocsin.units.Member;
import fr.tocsin.units.Members;
import fr.tocsin.units.Memberships;
import fr.tocsin.units.Officer;
import fr.tocsin.units.Role;
import fr.tocsin.units.Unit;
import fr.tocsin.units.UnitId;
import fr.tocsin.units.Units;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Loads and removes the demonstration, each in one act.
@Component
class Demo implements Demonstration {

    private static final String CONTEXT = "demonstration";
    private static final Duration CURTAIN = Duration.ofSeconds(20);

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Units units;
    private final Members members;
    private final Memberships memberships;
    private final MemberAccess access;
    private final Secrets secrets;
    private final Stage stage;
    private final Backdating backdating;
    private final Site site;
    private final Clock clock;

    Demo(
            JdbcClient jdbc,
            TransactionOperations transactions,
            Units units,
            Members members,
            Memberships memberships,
            MemberAccess access,
            Secrets secrets,
            Stage stage,
            Backdating backdating,
            Site site,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.units = units;
        this.members = members;
        this.memberships = memberships;
        this.access = access;
        this.secrets = secrets;
        this.stage = stage;
        this.backdating = backdating;
        this.site = site;
        this.clock = clock;
    }

    @Override
    public void load() {
        if (loaded()) {
            return;
        }
        var shown = transactions.execute(status -> play());
        if (shown != null) {
            shown.forEach(this::date);
        }
    }

    @Override
    public boolean loaded() {
        return password().isPresent();
    }

    @Override
    public void remove() {
        transactions.executeWithoutResult(status -> {
            units.removeDemo();
            jdbc.sql("DELETE FROM demonstration").update();
        });
    }

    @Override
    public List<Guest> guests() {
        return password()
                .map(password ->
                        Script.read().units().stream()
                                .flatMap(unit ->
                                        unit.members().stream()
                                                .map(person ->
                                                        new Guest(
                                                                person.name(),
                                                                person.email(),
                                                                password,
                                                                unit.name(),
                                                                person.roles())))
                                .toList())
                .orElse(List.of());
    }

    /// A page that the demonstration shows as if it had been public for a while.
    private record Shown(UnitId unit, PublicationId publication, Instant since) {}

    private List<Shown> play() {
        var password = newPassword();
        jdbc.sql(
                        "INSERT INTO demonstration (only_one, password, loaded_at) VALUES (true, :password, :now)")
                .param("password", secrets.seal(password, CONTEXT))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        var shown = new ArrayList<Shown>();
        for (var service : Script.read().units()) {
            var unit =
                    units.create(
                            service.slug(),
                            service.name(),
                            service.service(),
                            service.place(),
                            service.contact(),
                            true);
            var officers =
                    service.members().stream()
                            .map(person -> officer(person, unit, password))
                            .toList();
            service.templates().forEach(model -> stage.lay(model, officers.getFirst()));
            for (var piece : service.publications()) {
                var author = officers.getFirst();
                var approver =
                        officers.stream()
                                .filter(officer ->
                                        officer.is(Role.APPROVER) && !officer.equals(author))
                                .findFirst()
                                .orElseThrow();
                var id = stage.play(piece, author, approver);
                if (piece.state() == Script.State.PUBLISHED) {
                    shown.add(
                            new Shown(
                                    unit.id(),
                                    id,
                                    clock.instant().minus(Duration.ofHours(piece.hoursAgo()))));
                }
            }
        }
        return shown;
    }

    private Officer officer(Script.Person person, Unit unit, String password) {
        Member member = members.add(person.email(), person.name(), Locale.FRENCH, true);
        memberships.add(unit.id(), member.id(), person.roles());
        access.setPassword(member.id(), password, null);
        return memberships.officer(member, unit.slug()).orElseThrow();
    }

    /// The page appears through the workers like any other; then it gets the date that the script
    /// gives it.
    private void date(Shown shown) {
        var end = clock.instant().plus(CURTAIN);
        while (!backdating.date(shown.unit(), shown.publication(), shown.since())
                && clock.instant().isBefore(end)) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        site.date(shown.unit(), shown.publication().value(), shown.since());
    }

    private Optional<String> password() {
        return jdbc.sql("SELECT password FROM demonstration")
                .query(byte[].class)
                .optional()
                .map(sealed -> secrets.openText(sealed, CONTEXT));
    }

    /// Twelve characters that nobody mistakes for one another: 60 bits.
    private static String newPassword() {
        var letters = "abcdefghjkmnpqrstuvwxyz23456789".toCharArray();
        var random = new SecureRandom();
        var password = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            password.append(letters[random.nextInt(31)]);
            if (i % 4 == 3 && i < 11) {
                password.append('-');
            }
        }
        return password.toString();
    }
}
