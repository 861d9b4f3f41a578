package fr.tocsin.pages;

import java.util.Arrays;
import java.util.Set;

/// A place at the desk that people go to. A module that has one declares a bean of this type;
/// nothing shared changes.
///
/// @param label key of the words, such as `publishing.nav.publications`; short, it must fit under
///   an icon on a phone
/// @param icon a name from bootstrap-icons
/// @param path below the unit's desk, such as `publications`; absolute when it begins with a slash
/// @param order smallest first; the first four are always in reach on a phone
/// @param roles who is offered it, by role name; empty for everyone
public record NavigationEntry(
        String label, String icon, String path, int order, Place place, Set<String> roles) {

    /// Where the entry is offered.
    public enum Place {
        /// Beside the work, or below it on a phone.
        RAIL,
        /// Under the person's own name.
        PERSON
    }

    public NavigationEntry {
        roles = Set.copyOf(roles);
    }

    public static NavigationEntry rail(String label, String icon, String path, int order) {
        return new NavigationEntry(label, icon, path, order, Place.RAIL, Set.of());
    }

    public static NavigationEntry person(String label, String icon, String path, int order) {
        return new NavigationEntry(label, icon, path, order, Place.PERSON, Set.of());
    }

    /// The same entry, offered only to those who hold one of the roles.
    public NavigationEntry onlyFor(Enum<?>... roles) {
        var names = Set.copyOf(Arrays.stream(roles).map(Enum::name).toList());
        return new NavigationEntry(label, icon, path, order, place, names);
    }

    boolean isFor(Identity identity) {
        return roles.isEmpty() || roles.stream().anyMatch(identity.roles()::contains);
    }
}
