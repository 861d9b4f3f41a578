/// Writes everything of the installation into one file, and brings it back into an empty one.
@ApplicationModule(allowedDependencies = {"database", "audit", "delivering", "settings"})
@NullMarked
package fr.tocsin.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
