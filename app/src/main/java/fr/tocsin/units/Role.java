package fr.tocsin.units;

/// What a member may do in one unit; a member may hold several.
public enum Role {
    AUTHOR,
    APPROVER,
    JUDICIAL_VALIDATOR,
    PROPERTY_CLERK,
    INVESTIGATOR,
    OBSERVER,
    GUEST_VOLUNTEER,
    ADMINISTRATOR
}
