package fr.tocsin.units;

import java.time.Instant;

/// Something that was done to a unit or its members.
///
/// @param deed what was done
/// @param actor who did it, by name; empty when the installation did, or when they are gone
/// @param about to whom or what, in plain words
public record Act(Instant at, Deed deed, String actor, String about) {

    /// The deeds that are recorded. The words are `units.act.<name>`.
    public enum Deed {
        INVITED,
        INVITATION_WITHDRAWN,
        JOINED,
        ROLES_CHANGED,
        REMOVED,
        RESET_LINK_MADE,
        RESET_LINK_USED,
        UNIT_CHANGED,
        FOUNDED
    }
}
