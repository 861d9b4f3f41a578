/// The networks, one package each, behind the port of delivering.
@ApplicationModule(
        allowedDependencies = {
            "delivering",
            "transport",
            "media",
            "wording",
            "units",
            "site",
            "settings"
        })
@NullMarked
package fr.tocsin.channels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
