package fr.tocsin.transport;

import fr.tocsin.settings.Settings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TransportConfiguration {

    @Bean
    Transport transport(Settings settings, @Value("${spring.application.version}") String version) {
        return new Transport(
                String.join(",", settings.outboundAllow()),
                "Tocsin/" + version + " (+" + settings.publicUrl() + ")");
    }
}
