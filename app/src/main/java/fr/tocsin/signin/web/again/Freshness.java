package fr.tocsin.signin.web.again;

import fr.tocsin.signin.web.Door;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/// Whether whoever sits there has just proven who they are.
@Component
public class Freshness {

    /// How long a proof is enough: a second act, and a mistake mended, without a second question.
    static final Duration LIFE = Duration.ofMinutes(5);

    private final Clock clock;

    Freshness(Clock clock) {
        this.clock = clock;
    }

    /// Signing in does not count: it may have been hours ago, at a desk that was left open.
    public boolean fresh() {
        var since = clock.instant().minus(LIFE);
        return Door.who().filter(who -> who.confirmedAfter(since)).isPresent();
    }
}
