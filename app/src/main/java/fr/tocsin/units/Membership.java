package fr.tocsin.units;

import java.util.Set;

/// A member's place in one unit.
public record Membership(Member member, Set<Role> roles) {

    public Membership {
        roles = Set.copyOf(roles);
    }
}
