/// Words to begin with: a unit's templates for publications, with blanks to fill in.
@ApplicationModule(allowedDependencies = {"publishing", "delivering", "units", "pages", "settings"})
@NullMarked
package fr.tocsin.templates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
