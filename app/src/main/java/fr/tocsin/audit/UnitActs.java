package fr.tocsin.audit;

import fr.tocsin.units.ActAdded;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Members, roles, invitations and particulars of units, in the transaction in which they change.
@Component
class UnitActs {

    private final Audit audit;

    UnitActs(Audit audit) {
        this.audit = audit;
    }

    @EventListener
    void added(ActAdded act) {
        var word = "unit-" + act.deed().name().toLowerCase(Locale.ROOT).replace('_', '-');
        audit.record(new Deed(word, act.unit(), act.actor(), "", null, act.about()));
    }
}
