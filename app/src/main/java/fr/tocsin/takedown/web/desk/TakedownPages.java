package fr.tocsin.takedown.web.desk;

import fr.tocsin.publishing.Rights;
import fr.tocsin.takedown.Certificate;
import fr.tocsin.takedown.Takedown;
import fr.tocsin.takedown.Takedowns;
import fr.tocsin.units.Officer;
import org.springframework.stereotype.Component;

/// Gathers what the page of a takedown shows.
@Component
class TakedownPages {

    private final Takedowns takedowns;

    TakedownPages(Takedowns takedowns) {
        this.takedowns = takedowns;
    }

    TakedownPage page(Officer officer, Takedown takedown) {
        var copies = takedowns.copies(takedown);
        return new TakedownPage(
                Paths.takedown(officer, takedown.id()),
                Paths.desk(officer) + "/publications/" + takedown.publication(),
                takedown,
                TakedownsPage.Line.of(takedown, copies, officer.member()),
                new Certificate(officer.unit(), takedown, copies).verdict(),
                copies,
                takedowns.entries(takedown).reversed(),
                new TakedownPage.May(
                        takedowns.mayAct(officer, takedown),
                        takedown.awaitsReview()
                                && Rights.TAKE_DOWN.has(officer)
                                && !takedown.order().by().equals(officer.member()),
                        Rights.WRITE.has(officer)));
    }
}
