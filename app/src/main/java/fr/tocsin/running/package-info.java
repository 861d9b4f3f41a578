/// Whether the server runs: its readiness, its stop, the rehearsal that makes later starts quick.
@ApplicationModule(allowedDependencies = {"settings"})
@NullMarked
package fr.tocsin.running;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
