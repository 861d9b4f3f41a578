package fr.tocsin.signin.web.again;

import fr.tocsin.pages.Mistakes;
import java.util.List;

/// Asks for a proof and holds what was sent.
///
/// @param act the key of the words that name what is about to be done
/// @param action where the form goes, again
/// @param sent everything that was typed, in its order
/// @param confirmed whether the proof was given meanwhile, so that only sending is left
/// @param typed what the member can type as a proof
/// @param passkey what the browser is asked for; empty when the member has no passkey
/// @param provider what people call the identity provider that can confirm it; otherwise empty
public record AgainPage(
        String act,
        String action,
        List<Field> sent,
        boolean confirmed,
        Typed typed,
        String passkey,
        String provider,
        Mistakes mistakes) {

    /// What can be typed.
    public enum Typed {
        CODE,
        PASSWORD,
        /// The provider or a passkey must do.
        NOTHING
    }

    /// One line of the form; a name may come several times.
    public record Field(String name, String value) {}
}
