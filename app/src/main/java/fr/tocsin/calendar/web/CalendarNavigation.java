package fr.tocsin.calendar.web;

import fr.tocsin.pages.NavigationEntry;
import fr.tocsin.units.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where the calendar is found at the desk.
@Configuration
class CalendarNavigation {

    @Bean
    NavigationEntry calendarEntry() {
        return NavigationEntry.rail("calendar.nav", "calendar3", "calendar", 15)
                .onlyFor(
                        Role.AUTHOR,
                        Role.APPROVER,
                        Role.JUDICIAL_VALIDATOR,
                        Role.PROPERTY_CLERK,
                        Role.INVESTIGATOR,
                        Role.OBSERVER,
                        Role.ADMINISTRATOR);
    }
}
