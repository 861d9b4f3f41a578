package fr.tocsin.signin.oidc;

import java.util.Optional;

/// What came back from the provider.
public sealed interface Arrival {

    /// The provider says who it is, and everything holds.
    ///
    /// @param idToken as received; needed to sign out there
    /// @param name as the provider knows it, if it was asked for
    record Identified(Identity identity, String idToken, Optional<String> name)
            implements Arrival {}

    /// Nobody was recognised. The words are `signin.oidc.<name>`.
    record Refused(Reason reason) implements Arrival {}

    /// Why not.
    enum Reason {
        /// The person or the provider broke it off.
        DECLINED,
        /// The provider does not answer.
        UNREACHABLE,
        /// The answer does not fit what was asked.
        UNTRUE,
        /// Recognised, but not with the assurance that is asked for here.
        TOO_WEAK,
        /// Recognised, but from earlier: it was asked for a new proof.
        TOO_OLD
    }

    /// Who somebody is there.
    ///
    /// @param subject never reassigned by the issuer (OpenID Connect Core §2)
    record Identity(String issuer, String subject) {}
}
