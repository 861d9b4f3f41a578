package fr.tocsin.delivering;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Reads once a day what the servers of the accounts announce as their limits.
@Component
class LimitsWatch {

    private static final Duration FRESH = Duration.ofHours(24);
    private static final Logger LOG = LoggerFactory.getLogger(LimitsWatch.class);

    private final Accounts accounts;
    private final Channels channels;
    private final Clock clock;

    LimitsWatch(Accounts accounts, Channels channels, Clock clock) {
        this.accounts = accounts;
        this.channels = channels;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 2, fixedDelay = 30, timeUnit = TimeUnit.MINUTES)
    void read() {
        var now = clock.instant();
        for (var account : accounts.takeStale(now.minus(FRESH), now)) {
            channels.find(account.network())
                    .filter(channel -> channel instanceof Channel.AnnouncesLimits)
                    .map(channel -> (Channel.AnnouncesLimits) channel)
                    .ifPresent(channel -> read(account, channel));
        }
    }

    private void read(Account account, Channel.AnnouncesLimits channel) {
        try {
            accounts.announce(account.id(), channel.announcedLimits(account), clock.instant());
        } catch (RuntimeException e) {
            LOG.warn("Limits of {} could not be read; the known ones stay", account.server(), e);
        }
    }
}
