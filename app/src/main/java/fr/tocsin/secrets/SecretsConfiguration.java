package fr.tocsin.secrets;

import fr.tocsin.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

@Configuration
class SecretsConfiguration {

    @Bean
    Secrets secrets(Settings settings, JdbcClient jdbc) {
        return new Installation(KeyFile.in(settings.data()), new SecretCheck(jdbc))
                .secrets(settings.secretKey());
    }
}
