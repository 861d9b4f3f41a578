/// Everything planned and published, day by day: moved, warned about, filled from recurring slots,
/// read along by the team's own calendars.
@ApplicationModule(
        allowedDependencies = {
            "publishing",
            "templates",
            "delivering",
            "units",
            "pages",
            "settings"
        })
@NullMarked
package fr.tocsin.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
