/// The identity provider, as OpenID Connect Core 1.0 describes it: where it is, how one goes there,
/// and whether what comes back is true.
@NullMarked
package fr.tocsin.signin.oidc;

import org.jspecify.annotations.NullMarked;
