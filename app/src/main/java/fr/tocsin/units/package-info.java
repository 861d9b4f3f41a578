/// The services, the people who work in them, and what each may do.
@ApplicationModule(allowedDependencies = {"pages", "secrets", "settings"})
@NullMarked
package fr.tocsin.units;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
