/// The way to the identity provider and back, as the browser goes it.
@NullMarked
package fr.tocsin.signin.web.oidc;

import org.jspecify.annotations.NullMarked;
