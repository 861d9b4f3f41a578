package fr.tocsin.units;

import fr.tocsin.units.Act.Deed;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Further units after the first: whoever administers one may found another, and administers that
/// one too. Members of the demonstration found none, as nothing real may hang on them.
@Service
public class Founding {

    private static final Set<Role> FOUNDER = Set.of(Role.ADMINISTRATOR);

    private final Units units;
    private final Memberships memberships;
    private final Acts acts;

    Founding(Units units, Memberships memberships, Acts acts) {
        this.units = units;
        this.memberships = memberships;
        this.acts = acts;
    }

    public boolean mayFound(Member member) {
        return !member.demo()
                && memberships.unitsOf(member.id()).stream()
                        .anyMatch(unit ->
                                memberships
                                        .officer(member, unit.slug())
                                        .filter(officer -> officer.is(Role.ADMINISTRATOR))
                                        .isPresent());
    }

    /// @param slug must satisfy [Slugs#valid]
    /// @throws Units.SlugTaken when another unit has this slug
    @Transactional
    public Unit found(
            Member founder,
            String slug,
            String name,
            Unit.Service service,
            String place,
            String contact) {
        var unit = units.create(slug, name, service, place, contact, false);
        memberships.add(unit.id(), founder.id(), FOUNDER);
        acts.add(unit.id(), Deed.FOUNDED, founder.id(), name);
        return unit;
    }
}
