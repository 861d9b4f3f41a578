package fr.tocsin.units.web.desk;

import fr.tocsin.pages.Mistakes;
import fr.tocsin.units.Slugs;
import fr.tocsin.units.Unit;

/// A further unit, to be founded.
public record FoundingPage(Form form, Mistakes mistakes) {

    static final Form EMPTY = new Form("", "", Unit.Service.OTHER, "", "");

    /// As typed.
    public record Form(
            String name, String slug, Unit.Service service, String place, String contact) {

        Mistakes check() {
            return UnitPage.check(name, place)
                    .andIf(!name.isBlank() && !Slugs.valid(address()), "slug", "units.slug.wrong");
        }

        /// As typed, else as the name suggests.
        String address() {
            return slug.isBlank() ? Slugs.propose(name) : slug.strip();
        }
    }
}
