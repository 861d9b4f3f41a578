package fr.tocsin.units;

import java.util.Set;

/// A signed-in member acting on behalf of one unit. Controllers below `/desk/{unit}` take it as an
/// argument; it is read from the database at every request, so a change of roles counts at once,
/// and a stranger to that unit gets a 404.
public record Officer(MemberId member, String name, Unit unit, Set<Role> roles) {

    public Officer {
        roles = Set.copyOf(roles);
    }

    public UnitId unitId() {
        return unit.id();
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /// Lets an insider pass who holds at least one of these roles.
    ///
    /// @throws RoleMissing answered with a page that names the roles (status 403)
    public void require(Role... anyOf) {
        for (var role : anyOf) {
            if (is(role)) {
                return;
            }
        }
        throw new RoleMissing(Set.of(anyOf));
    }
}
