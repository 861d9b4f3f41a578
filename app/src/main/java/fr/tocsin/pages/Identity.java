package fr.tocsin.pages;

import java.util.Set;

/// On whose behalf the person at the desk acts; shown on every desk page. Whoever resolves the
/// officer puts it into the request under the attribute `Identity.class.getName()`.
///
/// @param unitSlug the unit's name in addresses
/// @param service `gendarmerie`, `police`, `fire` or `other`; picks the colour of the banner
/// @param roles names of the member's roles in this unit, such as `AUTHOR`; decide what the
///   navigation offers, never what is allowed
public record Identity(
        String unitSlug,
        String unitName,
        String service,
        String memberName,
        boolean demo,
        Set<String> roles) {

    public Identity {
        roles = Set.copyOf(roles);
    }

    /// The address of the unit's desk, such as `/desk/sdis-86`.
    public String home() {
        return "/desk/" + unitSlug;
    }
}
