package fr.tocsin.signin.web;

import fr.tocsin.pages.Mistakes;
import fr.tocsin.units.Role;
import java.util.Set;

/// An invitation, for whoever holds its link.
///
/// @param state what the holder can do now
/// @param name as typed so far
/// @param provider what people call the identity provider; empty when there is none
public record InvitationPage(
        State state,
        String token,
        String unit,
        String email,
        Set<Role> roles,
        String name,
        String provider,
        Mistakes mistakes) {

    /// What the page offers.
    public enum State {
        /// A new person gives name and password.
        NEWCOMER,
        /// The person is a member and must sign in first.
        SIGN_IN,
        /// The person is signed in and accepts.
        ACCEPT,
        /// Somebody else is signed in here.
        SOMEBODY_ELSE,
        /// A member chooses a new password.
        RESET
    }

    public String action() {
        return "/desk/invitation/" + token;
    }
}
