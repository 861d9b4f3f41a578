package fr.tocsin.units.web.desk;

import fr.tocsin.pages.Mistakes;
import fr.tocsin.units.Unit;

/// What the public reads about a unit, to be changed.
public record UnitPage(String slug, UnitForm form, Mistakes mistakes) {

    /// Longest name of a unit or a place, in characters.
    static final int LONGEST = 120;

    static Mistakes check(String name, String place) {
        return Mistakes.NONE
                .andIf(name.isBlank(), "name", "units.name.missing")
                .andIf(name.length() > LONGEST, "name", "units.name.long", LONGEST)
                .andIf(place.isBlank(), "place", "units.place.missing")
                .andIf(place.length() > LONGEST, "place", "units.place.long", LONGEST);
    }

    /// As typed.
    public record UnitForm(String name, Unit.Service service, String place, String contact) {

        static UnitForm of(Unit unit) {
            return new UnitForm(unit.name(), unit.service(), unit.place(), unit.contact());
        }
    }
}
