package fr.tocsin.transport;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TransportConfiguration {

    @Bean
    Transport transport(
            @Value("${TOCSIN_OUTBOUND_ALLOW:}") String allow,
            @Value("${TOCSIN_PUBLIC_URL:}") String publicUrl) {
        var version = Transport.class.getPackage().getImplementationVersion();
        return new Transport(
                allow,
                "Tocsin/"
                        + (version == null ? "dev" : version)
                        + (publicUrl.isBlank() ? "" : " (+" + publicUrl + ")"));
    }
}
