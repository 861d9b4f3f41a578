package fr.tocsin.publishing.web;

import fr.tocsin.pages.NavigationEntry;
import fr.tocsin.units.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where publications are found at the desk.
@Configuration
class PublishingNavigation {

    @Bean
    NavigationEntry publicationsEntry() {
        return NavigationEntry.rail("publishing.nav.publications", "megaphone", "publications", 10)
                .onlyFor(
                        Role.AUTHOR,
                        Role.APPROVER,
                        Role.JUDICIAL_VALIDATOR,
                        Role.PROPERTY_CLERK,
                        Role.INVESTIGATOR,
                        Role.OBSERVER,
                        Role.ADMINISTRATOR);
    }

    @Bean
    NavigationEntry approvalsEntry() {
        return NavigationEntry.rail("publishing.nav.approvals", "check2-square", "approvals", 20)
                .onlyFor(Role.APPROVER, Role.AUTHOR, Role.ADMINISTRATOR);
    }

    @Bean
    NavigationEntry reviewsEntry() {
        return NavigationEntry.rail("publishing.nav.reviews", "shield-exclamation", "reviews", 25)
                .onlyFor(Role.APPROVER, Role.ADMINISTRATOR);
    }
}
