package fr.tocsin.signin.web.passkeys;

import fr.tocsin.pages.Mistakes;
import fr.tocsin.signin.Passkeys.Passkey;
import java.util.List;

/// The member's passkeys.
///
/// @param question what the browser is asked for to make a new one; empty before the member has
///   confirmed who they are
/// @param name of the new key, as typed so far
public record PasskeysPage(
        List<Passkey> passkeys, String question, String name, Mistakes mistakes) {}
