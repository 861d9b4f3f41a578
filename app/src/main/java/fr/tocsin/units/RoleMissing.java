package fr.tocsin.units;

import java.util.Set;

/// An officer of the unit asked for what their roles do not cover. Never thrown at strangers: they
/// get a 404 that tells them nothing.
public class RoleMissing extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Set<Role> anyOf;

    RoleMissing(Set<Role> anyOf) {
        super("needs one of the roles " + anyOf);
        this.anyOf = anyOf;
    }

    /// The roles of which one would do.
    public Set<Role> anyOf() {
        return anyOf;
    }
}
