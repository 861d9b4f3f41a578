/// What an operator can set, read once at start and refused when unknown.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package fr.tocsin.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
