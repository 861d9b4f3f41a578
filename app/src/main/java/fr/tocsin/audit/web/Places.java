package fr.tocsin.audit.web;

import fr.tocsin.pages.NavigationEntry;
import fr.tocsin.units.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where the record is found at the desk.
@Configuration
class Places {

    @Bean
    NavigationEntry auditPlace() {
        return NavigationEntry.rail("audit.nav", "journal-text", "audit", 70)
                .onlyFor(Role.ADMINISTRATOR);
    }
}
