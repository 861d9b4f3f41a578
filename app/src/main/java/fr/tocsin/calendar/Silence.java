package fr.tocsin.calendar;

import fr.tocsin.publishing.Rights;
import fr.tocsin.units.Officer;
import fr.tocsin.units.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// When a unit would rather not speak: the gap between two posts, the night, days of mourning.
/// Everybody reads it; approvers and administrators set it.
///
/// Acts within the officer's unit only; throws [fr.tocsin.units.RoleMissing] for what the officer's
/// roles do not cover.
@Service
public class Silence {

    private static final Role[] MAY_SET = {Role.APPROVER, Role.ADMINISTRATOR};

    private final Cautions cautions;

    Silence(Cautions cautions) {
        this.cautions = cautions;
    }

    public static boolean maySet(Officer officer) {
        return officer.is(Role.APPROVER) || officer.is(Role.ADMINISTRATOR);
    }

    public Precautions precautions(Officer officer) {
        Rights.READ.demand(officer);
        return cautions.of(officer.unitId());
    }

    public void set(Officer officer, Precautions precautions) {
        officer.require(MAY_SET);
        cautions.set(officer.unitId(), precautions);
    }

    /// The latest first.
    public List<MourningDay> mourning(Officer officer) {
        Rights.READ.demand(officer);
        return cautions.mourning(officer.unitId());
    }

    /// A day that is mourned already takes the new name.
    public void mourn(Officer officer, LocalDate day, String name, boolean national) {
        officer.require(MAY_SET);
        cautions.add(officer, new MourningDay(UUID.randomUUID(), day, name, national));
    }

    /// Takes a day of mourning out of the calendar.
    ///
    /// @return false when the unit has no such day
    public boolean forget(Officer officer, UUID day) {
        officer.require(MAY_SET);
        return cautions.remove(officer.unitId(), day);
    }
}
