package fr.tocsin.media;

import fr.tocsin.audit.Audit;
import fr.tocsin.audit.Deed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Puts every look at an original on the record before a byte of it leaves: where it cannot be
/// recorded, nobody sees it.
@Component
class RecordedLooks {

    private final Audit audit;

    RecordedLooks(Audit audit) {
        this.audit = audit;
    }

    @EventListener
    void looked(OriginalRead look) {
        audit.record(
                new Deed(
                        "original-read",
                        look.unit(),
                        look.by(),
                        look.name(),
                        look.picture().value(),
                        ""));
    }
}
