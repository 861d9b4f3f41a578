package fr.tocsin.delivering.web.desk;

import fr.tocsin.pages.NavigationEntry;
import fr.tocsin.units.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where the accounts are found at the desk.
@Configuration
class Places {

    @Bean
    NavigationEntry accountsPlace() {
        return NavigationEntry.rail("accounts.nav", "broadcast", "accounts", 40)
                .onlyFor(Role.AUTHOR, Role.APPROVER, Role.ADMINISTRATOR, Role.OBSERVER);
    }
}
