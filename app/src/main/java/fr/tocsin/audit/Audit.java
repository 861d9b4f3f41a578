package fr.tocsin.audit;

import fr.tocsin.units.UnitId;
import java.sql.Connection;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The record of who did what on this installation, chained by hashes: an entry changed or taken
/// out afterwards is found, and so is an end cut off by who once wrote the head down elsewhere.
@Service
public class Audit {

    private final Entries entries;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate own;
    private final TransactionTemplate snapshot;
    private final Clock clock;

    Audit(
            Entries entries,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.entries = entries;
        this.jdbc = jdbc;
        this.clock = clock;
        own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /// Records a deed in the caller's transaction, just before it commits: both happen or neither,
    /// and the chain's end is held for a moment only, as the last of all locks. Outside a
    /// transaction, or in one that only reads, it is recorded at once.
    @EventListener
    public void record(Deed deed) {
        var address = Visitors.address();
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            own.executeWithoutResult(_ -> append(deed, address));
            return;
        }
        var pending = (Pending) TransactionSynchronizationManager.getResource(this);
        if (pending == null) {
            pending = new Pending();
            TransactionSynchronizationManager.bindResource(this, pending);
            TransactionSynchronizationManager.registerSynchronization(pending);
        }
        pending.deeds.add(() -> append(deed, address));
    }

    private void append(Deed deed, String address) {
        var named = deed.name().isEmpty() ? entries.named(deed) : deed;
        var head = entries.lock();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        entries.add(Entry.after(head.number() + 1, head.hash(), now, named, address));
    }

    /// The unit's entries, the newest first.
    public List<Entry> find(UnitId unit, Search search, int most) {
        return entries.find(unit, search, most);
    }

    /// Hands over everything of the unit that is found, the newest first, without holding it all.
    public void each(UnitId unit, Search search, Consumer<Entry> consumer) {
        snapshot.executeWithoutResult(_ -> entries.each(unit, search, consumer));
    }

    /// Everyone who appears in the unit's entries, by name.
    public List<Person> people(UnitId unit) {
        return entries.people(unit).stream()
                .sorted((one, other) -> one.name().compareToIgnoreCase(other.name()))
                .toList();
    }

    /// Every act that the unit's entries know.
    public List<String> acts(UnitId unit) {
        return entries.acts(unit);
    }

    /// The end of the installation's chain, to be written down elsewhere.
    public Head head() {
        return entries.head();
    }

    /// Looks at every entry of the installation.
    ///
    /// @param noted an end of the chain that was written down earlier
    public Verification verify(Optional<Head> noted) {
        return Objects.requireNonNull(
                snapshot.execute(_ ->
                        jdbc.execute(
                                (ConnectionCallback<Verification>)
                                        (Connection connection) ->
                                                Chain.verify(connection, noted))));
    }

    /// Somebody who appears in the entries, by the name they had last.
    public record Person(UUID id, String name) {}

    /// What this transaction will record when it commits.
    private final class Pending implements TransactionSynchronization {

        private final List<Runnable> deeds = new ArrayList<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            deeds.forEach(Runnable::run);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Audit.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Audit.this, this);
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResource(Audit.this);
        }
    }
}
