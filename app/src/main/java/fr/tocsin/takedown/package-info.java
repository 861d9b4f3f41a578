/// Takes a publication down everywhere, chases every copy to its end, looks whether it stays gone,
/// and certifies what was done.
@ApplicationModule(
        allowedDependencies = {
            "units",
            "signin",
            "delivering",
            "publishing",
            "site",
            "pages",
            "settings"
        })
@NullMarked
package fr.tocsin.takedown;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
