package fr.tocsin.publishing;

import fr.tocsin.delivering.Delivering;
import fr.tocsin.delivering.DeliveryDecided;
import fr.tocsin.delivering.DeliveryReport;
import fr.tocsin.units.Members;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Puts on the timeline who had a copy removed, in the transaction of that decision.
@Component
class Removals {

    private final Timeline timeline;
    private final Delivering delivering;
    private final Members members;
    private final Clock clock;

    Removals(Timeline timeline, Delivering delivering, Members members, Clock clock) {
        this.timeline = timeline;
        this.delivering = delivering;
        this.members = members;
        this.clock = clock;
    }

    @EventListener
    void decided(DeliveryDecided decision) {
        if (decision.act() != DeliveryReport.Act.REMOVE) {
            return;
        }
        var member = members.find(decision.member());
        var account = delivering.account(decision.unit(), decision.account());
        if (member.isPresent() && account.isPresent()) {
            timeline.add(
                    decision.unit(),
                    new PublicationId(decision.publication()),
                    member.get(),
                    Act.REMOVAL_ASKED,
                    Settling.named(account.get()),
                    clock.instant());
        }
    }
}
