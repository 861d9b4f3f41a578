/// The pages on which members keep their passkeys.
@NullMarked
package fr.tocsin.signin.web.passkeys;

import org.jspecify.annotations.NullMarked;
