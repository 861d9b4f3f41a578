package fr.tocsin.delivering;

import fr.tocsin.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

@Configuration
@EnableScheduling
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
