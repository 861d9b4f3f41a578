/// Carries one revision to one account, once, whatever fails; holds the port that every network
/// implements.
@ApplicationModule(
        allowedDependencies = {
            "units",
            "signin",
            "audit",
            "media",
            "wording",
            "secrets",
            "pages",
            "settings"
        })
@NullMarked
package fr.tocsin.delivering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
