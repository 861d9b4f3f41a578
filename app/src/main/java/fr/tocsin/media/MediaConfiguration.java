package fr.tocsin.media;

import fr.tocsin.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Where the pictures are kept: below `media` in the data folder.
@Configuration
@EnableScheduling
class MediaConfiguration {

    @Bean
    Darkroom darkroom() {
        return Darkroom.ofThisProcess();
    }

    @Bean
    Archive mediaArchive(Settings settings, Darkroom darkroom) {
        return new Archive(new FolderStore(settings.data().resolve("media")), darkroom);
    }
}
