package fr.tocsin.signin.web;

import fr.tocsin.pages.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration("signinPlaces")
class Places {

    @Bean
    NavigationEntry accountPlace() {
        return NavigationEntry.person("signin.nav.account", "person-circle", "/desk/account", 10);
    }

    @Bean
    NavigationEntry sessionsPlace() {
        return NavigationEntry.person(
                "signin.nav.sessions", "laptop", "/desk/account/sessions", 20);
    }
}
