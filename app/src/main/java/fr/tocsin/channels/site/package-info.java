/// The unit's own public site, as a channel like the others.
@NullMarked
package fr.tocsin.channels.site;

import org.jspecify.annotations.NullMarked;
