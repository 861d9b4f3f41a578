package fr.tocsin.units;

import java.util.Set;

/// A signed-in member acting on behalf of one unit. Controllers below `/desk/{unit}` take it as an
/// argument; it is resolved from the session and the `unit` in the address, and a stranger to that
/// unit gets a 404.
public record Officer(MemberId member, String name, Unit unit, Set<Role> roles) {

    public UnitId unitId() {
        return unit.id();
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
