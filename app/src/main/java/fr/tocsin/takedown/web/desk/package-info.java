/// Takedowns at the desk.
@NullMarked
package fr.tocsin.takedown.web.desk;

import org.jspecify.annotations.NullMarked;
