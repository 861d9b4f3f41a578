package fr.tocsin.delivering;

import fr.tocsin.audit.Deed;
import fr.tocsin.delivering.Connects.Progress;
import fr.tocsin.settings.Settings;
import fr.tocsin.units.Officer;
import fr.tocsin.units.UnitId;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/// Lets an administrator connect a unit's accounts and remove them. No database connection is held
/// while a network is asked.
@Service
public class Connecting {

    /// How long a person may take on the network's consent page.
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private static final Logger LOG = LoggerFactory.getLogger(Connecting.class);

    private final Channels channels;
    private final Connections connections;
    private final Doorbell doorbell;
    private final Settings settings;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Connecting(
            Channels channels,
            Connections connections,
            Doorbell doorbell,
            Settings settings,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.channels = channels;
        this.connections = connections;
        this.doorbell = doorbell;
        this.settings = settings;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /// Networks whose accounts are connected by a person.
    public List<Network> networks() {
        return channels.networks().stream().filter(network -> fields(network).isPresent()).toList();
    }

    /// What the form of a network asks; empty when no person connects it.
    public Optional<List<Connects.Field>> fields(Network network) {
        return connects(network).map(Connects::fields);
    }

    /// Takes the answers of the form.
    ///
    /// @throws IllegalArgumentException when no person connects this network
    public Result begin(Officer officer, Network network, Map<String, String> answers) {
        var connects = connects(network).orElseThrow(() -> unknown(network));
        return result(officer, network, () -> connects.begin(answers, callback(network)));
    }

    /// Takes what the network's consent page sent back. Each `state` counts once, and only for the
    /// member and unit that it was given to.
    public Result finish(Officer officer, Network network, Map<String, String> parameters) {
        var connects = connects(network).orElseThrow(() -> unknown(network));
        var state = parameters.getOrDefault("state", "");
        var kept =
                connections.take(
                        officer.unitId(), officer.member(), network, state, clock.instant());
        if (kept.isEmpty()) {
            return new Result.Refused("", Reason.of("consent-expired"));
        }
        return result(
                officer, network, () -> connects.finish(kept.get(), parameters, callback(network)));
    }

    /// The network's page on which this officer is to consent.
    public Optional<URI> consentPage(Officer officer, String state) {
        return connections.consentPage(officer.unitId(), officer.member(), state, clock.instant());
    }

    /// On behalf of which unit somebody left for the network's consent page.
    public Optional<UnitId> unitOf(Network network, String state) {
        return connections.unitOf(network, state, clock.instant());
    }

    /// Removes the account: its secrets are erased at once, deliveries that have not begun are
    /// cancelled. What is public stays.
    ///
    /// @return false when the unit has no such account, or it is its own site
    public boolean remove(Officer officer, AccountId account) {
        return transaction.execute(status -> {
            var removed = connections.remove(officer.unitId(), account, clock.instant());
            if (removed) {
                events.publishEvent(Deed.of(officer, "account-removed").to(account.value()));
            }
            return removed;
        });
    }

    private Result result(Officer officer, Network network, Exchange exchange) {
        return switch (progress(network, exchange)) {
            case Progress.GoTo goTo -> {
                var until = clock.instant().plus(PATIENCE);
                connections.keep(officer.unitId(), officer.member(), network, goTo, until);
                yield new Result.Consent(goTo.state());
            }
            case Progress.Connected connected -> {
                transaction.executeWithoutResult(status -> {
                    var account =
                            connections.connect(
                                    officer.unitId(),
                                    network,
                                    connected,
                                    officer.member(),
                                    clock.instant());
                    events.publishEvent(
                            Deed.of(officer, "account-connected")
                                    .to(account.value())
                                    .about(network + " " + connected.handle()));
                });
                doorbell.ring();
                yield new Result.Connected(connected.handle());
            }
            case Progress.Refused(var field, var reason) -> new Result.Refused(field, reason);
        };
    }

    private static Progress progress(Network network, Exchange exchange) {
        try {
            return exchange.run();
        } catch (RuntimeException e) {
            LOG.error("Connecting an account on {} failed; nothing was stored", network, e);
            return new Progress.Refused("", Reason.of("internal-error"));
        }
    }

    private URI callback(Network network) {
        return URI.create(settings.publicUrl() + "/desk/accounts/callback/" + network);
    }

    private Optional<Connects> connects(Network network) {
        return channels.find(network)
                .filter(channel -> channel instanceof Connects)
                .map(channel -> (Connects) channel);
    }

    private static IllegalArgumentException unknown(Network network) {
        return new IllegalArgumentException(
                "no person connects accounts on '" + network + "' on this server");
    }

    /// What came of one step of connecting.
    public sealed interface Result {

        /// The network asks on its own page; see [Connecting#consentPage].
        record Consent(String state) implements Result {}

        record Connected(String handle) implements Result {}

        /// @param field the field to mend, or empty when it is none of them
        record Refused(String field, Reason reason) implements Result {}
    }

    private interface Exchange {
        Progress run();
    }
}
