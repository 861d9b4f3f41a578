/// The whole story in a browser, against the server as a new user starts it.
@NullMarked
package fr.tocsin.e2e;

import org.jspecify.annotations.NullMarked;
