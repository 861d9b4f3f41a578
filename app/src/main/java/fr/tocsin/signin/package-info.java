/// Who is at the desk: password, second factor, sessions.
@ApplicationModule(allowedDependencies = {"units", "audit", "pages", "secrets", "settings"})
@NullMarked
package fr.tocsin.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
