package fr.tocsin.channels.bluesky;

import fr.tocsin.delivering.AccountSecrets;
import fr.tocsin.media.Media;
import fr.tocsin.transport.Transport;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BlueskyConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Bean
    Bluesky bluesky(Transport transport, AccountSecrets secrets, Media media, Clock clock) {
        return new Bluesky(transport, secrets, media::rendition, clock, PATIENCE);
    }
}
