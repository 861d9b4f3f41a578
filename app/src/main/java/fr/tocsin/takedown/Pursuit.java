package fr.tocsin.takedown;

import fr.tocsin.delivering.Copy;
import fr.tocsin.delivering.Recalls;
import fr.tocsin.publishing.Act;
import fr.tocsin.publishing.TakingDown;
import fr.tocsin.site.Site;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Brings a takedown from where it stands to where it can get now. Each round reads what is true,
/// orders what is missing and notes what changed, in one transaction: broken off anywhere, the next
/// round does the same again.
@Component
class Pursuit {

    /// While copies may still change by themselves; their events come sooner.
    private static final Duration WHILE_MOVING = Duration.ofSeconds(5);

    private static final Duration WHILE_WAITING_FOR_PEOPLE = Duration.ofMinutes(1);
    private static final Duration FIRST_REMINDER = Duration.ofHours(1);
    private static final Duration NEXT_REMINDERS = Duration.ofHours(24);
    private static final Logger LOG = LoggerFactory.getLogger(Pursuit.class);

    private final Campaigns campaigns;
    private final CopyBook book;
    private final Looks looks;
    private final Recalls recalls;
    private final Site site;
    private final TakingDown takingDown;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Pursuit(
            Campaigns campaigns,
            CopyBook book,
            Looks looks,
            Recalls recalls,
            Site site,
            TakingDown takingDown,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.campaigns = campaigns;
        this.book = book;
        this.looks = looks;
        this.recalls = recalls;
        this.site = site;
        this.takingDown = takingDown;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    void advance(TakedownId id) {
        transaction.executeWithoutResult(status -> campaigns.lock(id).ifPresent(this::advance));
    }

    private void advance(Takedown takedown) {
        var unit = takedown.unit();
        var publication = takedown.publication().value();
        site.remove(unit, publication);
        var stopped = recalls.stop(unit, publication);
        if (stopped > 0) {
            campaigns.stopped(takedown.id(), stopped);
        }
        var copies = recalls.copies(unit, publication);
        var toRemove =
                copies.stream()
                        .filter(copy ->
                                copy.state() == Copy.State.PUBLIC && isSettled(copy, copies))
                        .map(Copy::delivery)
                        .distinct()
                        .toList();
        toRemove.forEach(delivery -> recalls.remove(unit, delivery));
        note(takedown, toRemove.isEmpty() ? copies : recalls.copies(unit, publication));
        plan(takedown);
    }

    /// Whether its delivery makes no further copies: then all of them are removed in one go.
    private static boolean isSettled(Copy copy, List<Copy> all) {
        return all.stream()
                .noneMatch(other ->
                        other.delivery().equals(copy.delivery())
                                && other.state() == Copy.State.AWAITED);
    }

    private void note(Takedown takedown, List<Copy> copies) {
        var known =
                book.of(takedown.id()).stream()
                        .collect(Collectors.toMap(Pursuit::key, copy -> copy));
        var present = new HashSet<String>();
        for (var copy : copies) {
            var key = copy.delivery() + " " + copy.part();
            present.add(key);
            note(takedown, copy, known.get(key));
        }
        known.values().stream()
                .filter(copy -> !copy.isKnown() && copy.byHand() == null)
                .filter(copy -> !present.contains(key(copy)))
                .map(TakedownCopy::id)
                .forEach(book::forget);
    }

    private static String key(TakedownCopy copy) {
        return copy.delivery() + " " + copy.part();
    }

    private void note(Takedown takedown, Copy copy, @Nullable TakedownCopy before) {
        if (before != null && before.byHand() != null) {
            return;
        }
        var ending = ending(copy.state());
        book.put(takedown, copy, ending);
        if (before != null && before.ending() == ending) {
            return;
        }
        var label = copy.account().network() + " · " + copy.account().handle();
        var id = takedown.id();
        var now = clock.instant();
        switch (ending) {
            case WAITING -> {}
            case REMOVED -> {
                campaigns.note(id, Entry.Word.REMOVED, label, null, now);
                planLooks(takedown, copy);
            }
            case REPLACED -> {
                campaigns.note(id, Entry.Word.REPLACED, label, null, now);
                planLooks(takedown, copy);
            }
            case UNRECALLABLE -> campaigns.note(id, Entry.Word.UNRECALLABLE, label, null, now);
            case PERSON -> {
                campaigns.note(id, Entry.Word.NEEDS_PERSON, label, null, now);
                callPerson(takedown, find(takedown, copy));
            }
        }
    }

    private static Ending ending(Copy.State state) {
        return switch (state) {
            case AWAITED, PUBLIC, REMOVING -> Ending.WAITING;
            case UNTELLABLE, REFUSED -> Ending.PERSON;
            case REMOVED -> Ending.REMOVED;
            case REPLACED -> Ending.REPLACED;
            case UNRECALLABLE -> Ending.UNRECALLABLE;
        };
    }

    private void planLooks(Takedown takedown, Copy copy) {
        if (copy.verifiable()) {
            var end = Objects.requireNonNullElse(copy.endedAt(), clock.instant());
            looks.plan(find(takedown, copy), end);
        }
    }

    private TakedownCopy find(Takedown takedown, Copy copy) {
        return book.of(takedown.id()).stream()
                .filter(noted ->
                        noted.delivery().equals(copy.delivery()) && noted.part() == copy.part())
                .findFirst()
                .orElseThrow();
    }

    /// Whoever ordered it, unless somebody has taken it over.
    private void callPerson(Takedown takedown, TakedownCopy copy) {
        var task = copy.task();
        var owner = task == null ? takedown.order().by() : task.owner();
        var name = task == null ? takedown.order().name() : task.name();
        book.assign(copy.id(), owner, name, clock.instant().plus(FIRST_REMINDER));
        tell(new TakedownNeedsPerson(takedown.unit(), takedown.id(), owner, false));
    }

    private void plan(Takedown takedown) {
        var now = clock.instant();
        var copies = book.of(takedown.id());
        copies.forEach(copy -> remind(takedown, copy, now));
        var open = copies.stream().filter(copy -> !copy.ending().isFinal()).toList();
        if (open.isEmpty()) {
            if (takedown.settledAt() == null) {
                campaigns.note(takedown.id(), Entry.Word.SETTLED, "", null, now);
                takingDown.note(takedown.unit(), takedown.publication(), Act.COPIES_GONE, "");
            }
            var settled = takedown.settledAt();
            campaigns.plan(takedown.id(), settled == null ? now : settled, null);
            return;
        }
        var moving = open.stream().anyMatch(copy -> copy.ending() == Ending.WAITING);
        campaigns.plan(
                takedown.id(), null, now.plus(moving ? WHILE_MOVING : WHILE_WAITING_FOR_PEOPLE));
    }

    private void remind(Takedown takedown, TakedownCopy copy, Instant now) {
        var task = copy.task();
        if (copy.ending() != Ending.PERSON
                || task == null
                || task.remindAt() == null
                || task.remindAt().isAfter(now)) {
            return;
        }
        book.reminded(copy.id(), now, now.plus(NEXT_REMINDERS));
        campaigns.note(takedown.id(), Entry.Word.REMINDED, task.name(), null, now);
        tell(new TakedownNeedsPerson(takedown.unit(), takedown.id(), task.owner(), true));
    }

    /// It is there again although it had ended: from the beginning.
    ///
    /// @param copy of this takedown, which is locked
    void reopen(Takedown takedown, TakedownCopy copy) {
        var now = clock.instant();
        looks.drop(copy.id());
        book.reopen(copy.id());
        askAgain(takedown, copy);
        var label = copy.network() + " · " + copy.handle();
        campaigns.note(takedown.id(), Entry.Word.REOPENED, label, null, now);
        takingDown.note(takedown.unit(), takedown.publication(), Act.COPY_BACK, label);
        campaigns.plan(takedown.id(), null, now);
    }

    void askAgain(Takedown takedown, TakedownCopy copy) {
        var post = copy.post();
        if (post != null) {
            recalls.removeAgain(takedown.unit(), copy.delivery(), post);
        }
    }

    /// What others do with the news never changes what is true.
    private void tell(Object event) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        try {
                            events.publishEvent(event);
                        } catch (RuntimeException e) {
                            LOG.error("A listener failed on {}; the takedown is stored", event, e);
                        }
                    }
                });
    }
}
