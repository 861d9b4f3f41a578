/// Three fictitious services of the Vienne with everything they might publish, to look around in;
/// swept away in one act.
@ApplicationModule(
        allowedDependencies = {
            "units",
            "audit",
            "signin",
            "secrets",
            "media",
            "media :: studio",
            "delivering",
            "publishing",
            "templates",
            "site",
            "pages",
            "settings"
        })
@NullMarked
package fr.tocsin.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
