package fr.tocsin.delivering.web.desk;

import fr.tocsin.delivering.Stopping;
import fr.tocsin.pages.Alarm;
import fr.tocsin.pages.Identity;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// On every page of the unit's desk while nothing leaves it.
@Component
class StoppageAlarm implements Alarm {

    private final Stopping stopping;

    StoppageAlarm(Stopping stopping) {
        this.stopping = stopping;
    }

    @Override
    public Optional<Raised> in(Identity identity) {
        return stopping.inForce(identity.unitSlug())
                .map(stoppage ->
                        new Raised(
                                "stoppage.alarm",
                                List.of(
                                        stoppage.stoppedBy(),
                                        stoppage.stoppedAt(),
                                        stoppage.reason()),
                                "stoppage",
                                "stoppage.alarm.more"));
    }
}
