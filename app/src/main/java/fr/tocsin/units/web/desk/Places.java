package fr.tocsin.units.web.desk;

import fr.tocsin.pages.NavigationEntry;
import fr.tocsin.units.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration("unitPlaces")
class Places {

    @Bean
    NavigationEntry membersPlace() {
        return NavigationEntry.rail("units.nav.members", "people", "members", 50)
                .onlyFor(Role.ADMINISTRATOR);
    }

    @Bean
    NavigationEntry unitPlace() {
        return NavigationEntry.rail("units.nav.unit", "building", "unit", 60)
                .onlyFor(Role.ADMINISTRATOR);
    }
}
