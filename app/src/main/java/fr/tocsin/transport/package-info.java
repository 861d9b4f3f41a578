/// The one way out to other servers: time-outs, size limits, redaction, no internal addresses.
@ApplicationModule(allowedDependencies = {"settings"})
@NullMarked
package fr.tocsin.transport;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
