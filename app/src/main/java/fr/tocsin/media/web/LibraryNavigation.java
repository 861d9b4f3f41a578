package fr.tocsin.media.web;

import fr.tocsin.pages.NavigationEntry;
import fr.tocsin.units.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class LibraryNavigation {

    @Bean
    NavigationEntry library() {
        return NavigationEntry.rail("media.nav", "images", "media", 30).onlyFor(Role.insiders());
    }
}
