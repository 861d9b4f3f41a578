package fr.tocsin.units;

import java.util.EnumSet;

/// What a member may do in one unit; a member may hold several.
public enum Role {
    AUTHOR,
    APPROVER,
    JUDICIAL_VALIDATOR,
    PROPERTY_CLERK,
    INVESTIGATOR,
    OBSERVER,
    GUEST_VOLUNTEER,
    ADMINISTRATOR;

    /// Those who may see what is not public yet: all but guest volunteers.
    public static Role[] insiders() {
        return EnumSet.complementOf(EnumSet.of(GUEST_VOLUNTEER)).toArray(Role[]::new);
    }
}
