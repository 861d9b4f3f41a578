package fr.tocsin.delivering;

import fr.tocsin.audit.Deed;
import fr.tocsin.units.Officer;
import fr.tocsin.units.Role;
import fr.tocsin.units.UnitId;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets an administrator stop everything that a unit sends, at once and until somebody decides
/// otherwise. What is armed at that moment is carried to its end, because it may be public already;
/// nothing else is armed any more. Removals go on: they take something away from the public, which
/// is what one wants when something went wrong.
@Service
public class Stopping {

    private final Stoppages stoppages;
    private final Backlog backlog;
    private final Doorbell doorbell;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Stopping(
            Stoppages stoppages,
            Backlog backlog,
            Doorbell doorbell,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.stoppages = stoppages;
        this.backlog = backlog;
        this.doorbell = doorbell;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    public Optional<Stoppage> inForce(UnitId unit) {
        return stoppages.inForce(unit);
    }

    /// As [#inForce(UnitId)], for who knows the unit by its address only.
    public Optional<Stoppage> inForce(String slug) {
        return stoppages.inForce(slug);
    }

    /// Those that are over, the latest first.
    public List<Stoppage> past(UnitId unit) {
        return stoppages.past(unit);
    }

    /// What has not left, alerts first, then by the time at which it was to leave.
    public List<HeldBack> heldBack(UnitId unit) {
        return backlog.of(unit, clock.instant());
    }

    /// Stops the unit. When this returns, no step is armed any more until it is released.
    ///
    /// @param reason never blank
    /// @return false when it has been stopped already
    /// @throws fr.tocsin.units.RoleMissing unless an administrator asks
    public boolean stop(Officer by, String reason) {
        by.require(Role.ADMINISTRATOR);
        return transaction.execute(status -> {
            stoppages.hold(by.unitId());
            var begun = stoppages.begin(by, reason, clock.instant());
            if (begun) {
                events.publishEvent(Deed.of(by, "deliveries-stopped").about(reason));
            }
            return begun;
        });
    }

    /// Lets the unit speak again. What is due later leaves at its time. What is late leaves now if
    /// it was chosen; all else that is late is put before a person.
    ///
    /// @param stoppage the one that the officer saw
    /// @param publications those of the late ones that are to leave now
    /// @return empty when that one is not in force any more
    /// @throws fr.tocsin.units.RoleMissing unless an administrator asks
    public Optional<Released> release(Officer by, UUID stoppage, Set<UUID> publications) {
        by.require(Role.ADMINISTRATOR);
        var unit = by.unitId();
        var held =
                Objects.requireNonNull(
                        transaction.execute(status -> {
                            stoppages.hold(unit);
                            var now = clock.instant();
                            if (!stoppages.end(by, stoppage, now)) {
                                return Optional.<Freed>empty();
                            }
                            var kept = backlog.hold(unit, publications, now);
                            var sent = backlog.send(unit, publications, now);
                            events.publishEvent(
                                    Deed.of(by, "deliveries-released")
                                            .to(stoppage)
                                            .about(sent + " + " + kept.size()));
                            return Optional.of(new Freed(sent, kept));
                        }));
        held.ifPresent(freed -> freed.kept().forEach(events::publishEvent));
        doorbell.ring();
        return held.map(freed -> new Released(freed.sent(), freed.kept().size()));
    }

    /// How many deliveries leave now, and how many wait for a person.
    public record Released(int sent, int held) {}

    private record Freed(int sent, List<DeliveryNeedsPerson> kept) {}
}
