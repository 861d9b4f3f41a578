package fr.tocsin.delivering;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Calls a channel. An exception from one is a bug: it is logged, and counts as the outcome that
/// can do no harm at that point.
@Component
class Courier {

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final Clock clock;

    Courier(Clock clock) {
        this.clock = clock;
    }

    /// @return empty when the channel could not tell
    List<Step> plan(Channel channel, Delivery delivery) {
        try {
            return channel.plan(delivery.post(), clock.instant());
        } catch (RuntimeException e) {
            LOG.error("Planning delivery {} failed; it is tried again", delivery.id(), e);
            return List.of();
        }
    }

    Preparation prepare(Way way, Dispatch dispatch) {
        try {
            return way.prepare(dispatch);
        } catch (RuntimeException e) {
            LOG.error("Preparing delivery {} failed; it is tried again", dispatch.delivery(), e);
            return new Preparation.NotYet(bug(e), clock.instant());
        }
    }

    Attempt send(Way way, Dispatch dispatch, Preparation.Prepared prepared) {
        try {
            return way.send(dispatch, prepared);
        } catch (RuntimeException e) {
            LOG.error("Sending delivery {} failed; it is looked for", dispatch.delivery(), e);
            return new Attempt.Unknown(bug(e));
        }
    }

    Sighting find(Way way, Dispatch dispatch) {
        try {
            return way.find(dispatch);
        } catch (RuntimeException e) {
            LOG.error("Looking for delivery {} failed; we look again", dispatch.delivery(), e);
            return new Sighting.CannotTell(bug(e));
        }
    }

    Attempt replace(Channel.Replaces channel, Claim claim, RemotePost copy, String notice) {
        try {
            return channel.replace(claim.account(), copy, notice);
        } catch (RuntimeException e) {
            LOG.error("Replacing for {} failed; it is tried again", claim.delivery().id(), e);
            return new Attempt.Unknown(bug(e));
        }
    }

    Attempt delete(Channel.Deletes channel, Claim claim, RemotePost copy) {
        try {
            return channel.delete(claim.account(), copy);
        } catch (RuntimeException e) {
            LOG.error("Removal {} failed; it is tried again", claim.delivery().id(), e);
            return new Attempt.Unknown(bug(e));
        }
    }

    private static Reason bug(RuntimeException e) {
        return new Reason("internal-error", e.getClass().getSimpleName());
    }
}
