package fr.tocsin.takedown;

import fr.tocsin.delivering.Reason;
import fr.tocsin.delivering.Recalls;
import fr.tocsin.delivering.RemotePost;
import fr.tocsin.delivering.Sighting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Looks at the networks whether what was removed stays gone. A copy that is there again re-opens
/// its takedown. No transaction is open while a network is asked.
@Component
class Looking {

    private static final int AT_A_TIME = 10;
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Looks looks;
    private final Campaigns campaigns;
    private final CopyBook book;
    private final Pursuit pursuit;
    private final Recalls recalls;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Looking(
            Looks looks,
            Campaigns campaigns,
            CopyBook book,
            Pursuit pursuit,
            Recalls recalls,
            TransactionTemplate transaction,
            Clock clock) {
        this.looks = looks;
        this.campaigns = campaigns;
        this.book = book;
        this.pursuit = pursuit;
        this.recalls = recalls;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// @return how many looks were made
    int lookAround() {
        var taken =
                Objects.requireNonNull(
                        transaction.execute(status -> looks.take(clock.instant(), AT_A_TIME)));
        taken.forEach(this::look);
        return taken.size();
    }

    private void look(Looks.Look look) {
        var copy = book.find(look.takedown(), look.copy());
        var post = copy.map(TakedownCopy::post);
        if (post.isEmpty()) {
            transaction.executeWithoutResult(status -> looks.drop(look.copy()));
            return;
        }
        var sighting = recalls.look(look.unit(), look.account(), post.get());
        transaction.executeWithoutResult(status -> settle(look, sighting));
    }

    private void settle(Looks.Look look, Sighting sighting) {
        var now = clock.instant();
        var takedown = campaigns.lock(look.takedown()).orElseThrow();
        var copy = book.find(look.takedown(), look.copy()).orElseThrow();
        switch (sighting) {
            case Sighting.CannotTell(var reason) -> putOff(look, reason, now);
            case Sighting.Absent() -> gone(takedown, copy, look, Looks.Sighting.GONE, now);
            case Sighting.There(var posts) -> {
                if (copy.ending() == Ending.REPLACED && isChanged(copy, posts)) {
                    gone(takedown, copy, look, Looks.Sighting.NOTICE, now);
                } else if (looks.done(look, Looks.Sighting.THERE, now)) {
                    pursuit.reopen(takedown, copy);
                }
            }
        }
    }

    private void gone(
            Takedown takedown,
            TakedownCopy copy,
            Looks.Look look,
            Looks.Sighting sighting,
            Instant now) {
        if (looks.done(look, sighting, now)) {
            book.verified(copy.id(), now);
            campaigns.note(
                    takedown.id(),
                    Entry.Word.VERIFIED,
                    copy.network() + " · " + copy.handle(),
                    null,
                    now);
        }
    }

    private void putOff(Looks.Look look, Reason reason, Instant now) {
        var wait = SHORTEST.multipliedBy(1L << Math.min(look.failures(), 6));
        looks.putOff(look, reason, now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait));
    }

    /// The network tells one content from the other, and it is no longer the one we took down.
    private static boolean isChanged(TakedownCopy copy, List<RemotePost> posts) {
        var before = copy.post();
        return before == null
                || before.version() == null
                || posts.stream().noneMatch(post -> before.version().equals(post.version()));
    }
}
