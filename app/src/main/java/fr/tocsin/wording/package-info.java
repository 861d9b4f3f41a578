/// Counts text as each network counts it, and cuts it into threads.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package fr.tocsin.wording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
