/// Seals what must be unreadable in a stolen database, with a key kept outside it.
@ApplicationModule(allowedDependencies = {"settings"})
@NullMarked
package fr.tocsin.secrets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
