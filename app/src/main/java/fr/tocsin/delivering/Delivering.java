package fr.tocsin.delivering;

import fr.tocsin.audit.Deed;
import fr.tocsin.units.MemberId;
import fr.tocsin.units.UnitId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Carries approved revisions to accounts, each exactly once whatever fails, and tells what became
/// of them.
@Service
public class Delivering {

    private final Accounts accounts;
    private final Orders orders;
    private final Corrections corrections;
    private final Reports reports;
    private final Decisions decisions;
    private final Channels channels;
    private final Doorbell doorbell;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Delivering(
            Accounts accounts,
            Orders orders,
            Corrections corrections,
            Reports reports,
            Decisions decisions,
            Channels channels,
            Doorbell doorbell,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.orders = orders;
        this.corrections = corrections;
        this.reports = reports;
        this.decisions = decisions;
        this.channels = channels;
        this.doorbell = doorbell;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /// Writes one delivery per account, in the caller's transaction, and nothing else: the workers
    /// start once it commits. A repeat changes nothing, except that a delivery of the same revision
    /// that was cancelled before anything became public is due again.
    ///
    /// @throws IllegalArgumentException when an account does not belong to the unit
    /// @throws org.springframework.transaction.IllegalTransactionStateException outside a
    ///   transaction
    @Transactional(propagation = Propagation.MANDATORY)
    public void order(Order order) {
        orders.place(order, clock.instant());
        Doorbell.afterCommit(doorbell);
    }

    /// How a correction would reach each account where something of the publication is, or may be,
    /// public. An account that is missing has seen nothing of it and would publish it.
    @Transactional(readOnly = true)
    public Map<AccountId, Means> reached(UnitId unit, UUID publication) {
        return corrections.reached(unit, publication);
    }

    /// As [#reached]; nothing about it changes until the caller's transaction ends.
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<AccountId, Means> held(UnitId unit, UUID publication) {
        return corrections.held(unit, publication);
    }

    /// Orders that a newer revision takes the place of what is public, as [#reached] says. What has
    /// not begun to be public is replaced; what may be public is settled first. In the caller's
    /// transaction; a repeat changes nothing.
    ///
    /// @param order with a post for each account that is to be reached; where nothing can be done
    ///   there must be none
    /// @throws IllegalArgumentException when an account cannot be reached or is not of the unit
    @Transactional(propagation = Propagation.MANDATORY)
    public void correct(Order order) {
        corrections.place(order, clock.instant());
        Doorbell.afterCommit(doorbell);
    }

    /// Takes back what is not yet on its way, in the caller's transaction. What has begun to be
    /// public is carried to its end.
    ///
    /// @return how many deliveries were taken back
    @Transactional
    public int cancel(UnitId unit, UUID publication, Reason reason) {
        return orders.cancel(unit, publication, reason, clock.instant());
    }

    /// The truth per account, the newest revision first.
    @Transactional(readOnly = true)
    public List<DeliveryReport> of(UnitId unit, UUID publication) {
        return reports.of(unit, publication);
    }

    /// Counts for lists; a publication without deliveries is missing.
    public Map<UUID, DeliverySummary> summaries(UnitId unit, Collection<UUID> publications) {
        return reports.summaries(unit, publications);
    }

    /// How many deliveries of the unit wait for a person's decision, and how many accounts to be
    /// connected again, for the badge at the desk.
    public int waitingForPerson(UnitId unit) {
        return reports.waitingForPerson(unit);
    }

    /// Carries out what a person decided about one delivery. Not inside a transaction.
    ///
    /// @return false when it is not possible (any more): the page shows the present state
    public boolean decide(
            UnitId unit, DeliveryId delivery, DeliveryReport.Act act, MemberId member) {
        var decided =
                Objects.requireNonNull(
                        transaction.execute(status -> {
                            var decision =
                                    decisions.decide(unit, delivery, act, member, clock.instant());
                            decision.ifPresent(done -> {
                                events.publishEvent(
                                        new Deed(
                                                "delivery-decided",
                                                unit,
                                                member,
                                                "",
                                                done.publication(),
                                                act.name()));
                                events.publishEvent(done);
                            });
                            return decision;
                        }));
        decided.map(decision -> new DeliverySettled(unit, decision.publication(), delivery))
                .ifPresent(events::publishEvent);
        doorbell.ring();
        return decided.isPresent();
    }

    /// The unit's accounts, its own site first, without removed ones.
    public List<Account> accounts(UnitId unit) {
        var known = accounts.of(unit);
        var site = channels.find(Channels.SITE);
        if (site.isEmpty() || known.stream().anyMatch(Delivering::isSite)) {
            return known;
        }
        accounts.ensureSite(unit, site.get().documentedLimits(), clock.instant());
        return accounts.of(unit);
    }

    private static boolean isSite(Account account) {
        return account.network().equals(Channels.SITE);
    }

    public Optional<Account> account(UnitId unit, AccountId account) {
        return accounts.find(unit, account);
    }

    public Optional<Channel> channel(Network network) {
        return channels.find(network);
    }

    /// Every network that this server can reach, the own site first.
    public List<Network> networks() {
        return channels.networks();
    }
}
