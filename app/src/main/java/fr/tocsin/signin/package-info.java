/// Who is at the desk: password, second factor, passkeys, identity provider, sessions.
@ApplicationModule(
        allowedDependencies = {"units", "audit", "pages", "secrets", "settings", "transport"})
@NullMarked
package fr.tocsin.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
