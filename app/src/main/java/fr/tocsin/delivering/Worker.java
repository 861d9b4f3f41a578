package fr.tocsin.delivering;

import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Takes one delivery at a time from where it stands to where it can get now.
@Component
class Worker {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final Claims claims;
    private final Channels channels;
    private final Publisher publisher;
    private final Remover remover;
    private final Rationing rationing;
    private final Verdicts verdicts;
    private final Pace pace;
    private final Clock clock;

    Worker(
            Claims claims,
            Channels channels,
            Publisher publisher,
            Remover remover,
            Rationing rationing,
            Verdicts verdicts,
            Pace pace,
            Clock clock) {
        this.claims = claims;
        this.channels = channels;
        this.publisher = publisher;
        this.remover = remover;
        this.rationing = rationing;
        this.verdicts = verdicts;
        this.pace = pace;
        this.clock = clock;
    }

    /// @param lanes the slowest lane that is wanted
    Optional<Claim> claimNext(String name, int lanes) {
        return claims.next(name, lanes, clock.instant().plus(pace.lease()));
    }

    void work(Claim claim) {
        try {
            var channel = channels.find(claim.account().network());
            if (channel.isEmpty()) {
                verdicts.notSent(claim, null, Reason.of("no-channel"), clock.instant());
                return;
            }
            switch (claim.delivery().operation()) {
                case PUBLISH, EDIT, REPLY -> publish(claim, channel.get());
                case DELETE -> remove(claim, channel.get());
            }
        } catch (LeaseLost e) {
            LOG.info("{}", e.getMessage());
        } catch (Recalled e) {
            LOG.info("{}", e.getMessage());
            verdicts.recalled(claim);
        } catch (UnitStopped e) {
            LOG.info("{}", e.getMessage());
            publisher.giveBack(claim);
        }
    }

    private void publish(Claim claim, Channel channel) {
        var freeAt = rationing.freeAt(claim, channel, clock.instant());
        if (freeAt.isPresent() && !claim.delivery().recalled()) {
            verdicts.lookAgain(claim, freeAt.get());
        } else {
            publisher.publish(claim, channel);
        }
    }

    private void remove(Claim claim, Channel channel) {
        if (Recalls.canRecall(channel)) {
            remover.remove(claim, channel);
        } else {
            verdicts.rejected(claim, null, Reason.of("cannot-remove"));
        }
    }
}
