package fr.tocsin.signin.oidc;

import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;

/// One way to the provider and back, kept in the session of the browser that goes it. It is good
/// for one return.
///
/// @param state ties the return to this browser (OpenID Connect Core §3.1.2.1)
/// @param nonce ties the token to this journey
/// @param verifier ties the code to this server (PKCE, RFC 7636)
/// @param detail what the purpose needs: where to go afterwards, or an invitation's token
public record Journey(
        Purpose purpose, String detail, String state, String nonce, String verifier, Instant since)
        implements Serializable {

    @Serial private static final long serialVersionUID = 1;

    /// Why somebody goes there.
    public enum Purpose {
        SIGN_IN,
        /// To accept an invitation; `detail` is its token.
        JOIN,
        /// To be recognised by the provider from now on.
        LINK,
        /// To prove again who one is.
        CONFIRM
    }
}
