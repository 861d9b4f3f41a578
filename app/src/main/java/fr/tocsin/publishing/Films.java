package fr.tocsin.publishing;

import fr.tocsin.delivering.Account;
import fr.tocsin.delivering.Channel;
import fr.tocsin.delivering.Delivering;
import fr.tocsin.delivering.VideoRules;
import fr.tocsin.media.Media;
import fr.tocsin.media.MediaItem;
import fr.tocsin.units.UnitId;
import java.util.List;
import org.springframework.stereotype.Component;

/// What must be right about videos and animations: every chosen network takes them, as long and as
/// heavy as they are.
@Component
class Films {

    private static final double MEGABYTE = 1_000_000;

    private final Delivering delivering;
    private final Media media;

    Films(Delivering delivering, Media media) {
        this.delivering = delivering;
        this.media = media;
    }

    void check(UnitId unit, Draft draft, List<Account> accounts, List<Mistake> mistakes) {
        for (var i = 0; i < draft.images().size(); i++) {
            var item = media.find(unit, draft.images().get(i).media());
            if (item.isEmpty() || !item.get().moving()) {
                continue;
            }
            if (draft.images().size() > 1) {
                mistakes.add(Mistake.of("images", "video-alone", i + 1));
            }
            for (var account : accounts) {
                taken(i + 1, item.get(), account, mistakes);
            }
        }
    }

    private void taken(int number, MediaItem item, Account account, List<Mistake> mistakes) {
        var rules =
                delivering
                        .channel(account.network())
                        .filter(Channel.ShowsVideos.class::isInstance)
                        .map(channel -> ((Channel.ShowsVideos) channel).videos(account.limits()))
                        .filter(found -> found.types().contains(item.type()));
        if (rules.isEmpty()) {
            mistakes.add(Mistake.of("images", "video-network", number, account.handle()));
            return;
        }
        fits(number, item, account, rules.get(), mistakes);
    }

    private static void fits(
            int number, MediaItem item, Account account, VideoRules rules, List<Mistake> mistakes) {
        if (rules.maxBytes() > 0 && item.bytes() > rules.maxBytes()) {
            mistakes.add(
                    Mistake.of(
                            "images",
                            "video-heavy",
                            number,
                            account.handle(),
                            Math.ceil(item.bytes() / MEGABYTE),
                            rules.maxBytes() / MEGABYTE));
        }
        if (rules.maxSeconds() > 0 && item.millis() > rules.maxSeconds() * 1_000L) {
            mistakes.add(
                    Mistake.of(
                            "images",
                            "video-long",
                            number,
                            account.handle(),
                            Math.ceilDiv(item.millis(), 1_000),
                            rules.maxSeconds()));
        }
    }
}
