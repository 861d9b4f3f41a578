/// Records who did what, so that nobody can change it afterwards without being found out.
@ApplicationModule(allowedDependencies = {"units", "database", "pages", "settings"})
@NullMarked
package fr.tocsin.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
