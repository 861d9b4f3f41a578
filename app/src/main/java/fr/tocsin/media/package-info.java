/// Pictures: recognised by content, cleaned of metadata, sized for each network.
@ApplicationModule(allowedDependencies = {"units", "audit", "database", "pages", "settings"})
@NullMarked
package fr.tocsin.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
