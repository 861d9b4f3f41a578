package fr.tocsin.units.web.desk;

import fr.tocsin.pages.Mistakes;
import fr.tocsin.units.Unit;

/// What the public reads about a unit, to be changed.
public record UnitPage(String slug, UnitForm form, Mistakes mistakes) {

    /// As typed.
    public record UnitForm(String name, Unit.Service service, String place, String contact) {

        static UnitForm of(Unit unit) {
            return new UnitForm(unit.name(), unit.service(), unit.place(), unit.contact());
        }
    }
}
