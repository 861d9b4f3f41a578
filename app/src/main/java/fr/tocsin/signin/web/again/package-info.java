/// Asks again who is there before a grave act, and then does what was asked for.
@NullMarked
package fr.tocsin.signin.web.again;

import org.jspecify.annotations.NullMarked;
