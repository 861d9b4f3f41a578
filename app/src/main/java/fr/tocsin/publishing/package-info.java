/// Compose once, approve with four eyes, publish everywhere.
@ApplicationModule(
        allowedDependencies = {
            "units",
            "signin",
            "audit",
            "media",
            "wording",
            "delivering",
            "pages",
            "settings"
        })
@NullMarked
package fr.tocsin.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
