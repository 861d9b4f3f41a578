/// The PostgreSQL that everything is kept in: our own child process, or one that the operator runs.
@ApplicationModule(allowedDependencies = {"settings"})
@NullMarked
package fr.tocsin.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
