package fr.tocsin.takedown.web.desk;

import fr.tocsin.pages.NavigationEntry;
import fr.tocsin.units.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where the takedowns are found at the desk.
@Configuration
class Places {

    @Bean
    NavigationEntry takedownsPlace() {
        return NavigationEntry.rail("takedown.nav", "eraser", "takedowns", 27)
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
