/// The unit's accounts and the truth per channel, at the desk.
@NullMarked
package fr.tocsin.delivering.web.desk;

import org.jspecify.annotations.NullMarked;
