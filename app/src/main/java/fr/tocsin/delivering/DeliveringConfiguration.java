package fr.tocsin.delivering;

import fr.tocsin.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class DeliveringConfiguration {

    @Bean
    Pace pace(Settings settings) {
        return new Pace(
                settings.workers(),
                settings.lease(),
                settings.reconcileAfter(),
                settings.overdueGrace());
    }
}
