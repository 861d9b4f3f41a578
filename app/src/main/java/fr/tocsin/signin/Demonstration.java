package fr.tocsin.signin;

import fr.tocsin.units.Role;
import java.util.List;
import java.util.Set;

/// Invented units, members and publications with which to try the product. Where there is such a
/// bean, the set-up page offers it.
public interface Demonstration {

    /// Puts it in place; does nothing when it is.
    void load();

    boolean loaded();

    /// Takes all of it away again, and nothing else.
    void remove();

    /// Who can sign in to it.
    List<Guest> guests();

    /// An invented member, who signs in by password alone.
    ///
    /// @param unit the unit's name
    record Guest(String name, String email, String password, String unit, Set<Role> roles) {}
}
