/// The public side of each unit: pages, feeds, search.
@ApplicationModule(
        allowedDependencies = {"units", "media", "pages", "settings", "delivering", "wording"})
@NullMarked
package fr.tocsin.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
