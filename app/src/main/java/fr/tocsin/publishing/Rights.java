package fr.tocsin.publishing;

import fr.tocsin.units.Officer;
import fr.tocsin.units.Role;
import java.util.Arrays;

/// What each role may do with publications. Guest volunteers see nothing that is not public yet.
public enum Rights {
    READ(
            Role.AUTHOR,
            Role.APPROVER,
            Role.JUDICIAL_VALIDATOR,
            Role.PROPERTY_CLERK,
            Role.INVESTIGATOR,
            Role.OBSERVER,
            Role.ADMINISTRATOR),
    WRITE(Role.AUTHOR, Role.APPROVER, Role.PROPERTY_CLERK, Role.ADMINISTRATOR),
    APPROVE(Role.APPROVER),
    PUBLISH_IN_EMERGENCY(Role.APPROVER, Role.ADMINISTRATOR),
    REVIEW(Role.APPROVER, Role.ADMINISTRATOR),
    AUTHORISE(Role.JUDICIAL_VALIDATOR);

    private final Role[] roles;

    Rights(Role... roles) {
        this.roles = roles;
    }

    public boolean has(Officer officer) {
        return Arrays.stream(roles).anyMatch(officer::is);
    }

    /// @throws fr.tocsin.units.RoleMissing when the officer has none of the roles
    public void demand(Officer officer) {
        officer.require(roles);
    }
}
