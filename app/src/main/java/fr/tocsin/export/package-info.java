/// Hands a unit everything that it has published, in a form that needs no Tocsin to be read.
@ApplicationModule(
        allowedDependencies = {"units", "media", "audit", "database", "pages", "settings"})
@NullMarked
package fr.tocsin.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
