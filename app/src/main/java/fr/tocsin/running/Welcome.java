package fr.tocsin.running;

import fr.tocsin.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Tells the operator that the server is ready, and where.
@Component
class Welcome {

    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);

    private final Settings settings;
    private final String version;

    Welcome(Settings settings, @Value("${spring.application.version}") String version) {
        this.settings = settings;
        this.version = version;
    }

    @EventListener(ApplicationReadyEvent.class)
    void whenReady() {
        LOG.info("Tocsin {} is ready: {}", version, settings.publicUrl());
        if (settings.address().isLoopbackAddress()) {
            LOG.info(
                    "Only this machine reaches it; TOCSIN_ADDRESS=0.0.0.0 opens it to the network");
        }
    }
}
