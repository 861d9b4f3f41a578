package fr.tocsin.media;

import fr.tocsin.media.moving.Ffmpeg;
import fr.tocsin.media.moving.Moving;
import fr.tocsin.settings.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Where the pictures are kept: below `media` in the data folder, or in the store that is set.
@Configuration
@EnableScheduling
class MediaConfiguration {

    @Bean
    Darkroom darkroom() {
        return Darkroom.ofThisProcess();
    }

    @Bean
    Moving moving() {
        return new Moving(Ffmpeg.installed());
    }

    @Bean
    Archive mediaArchive(Settings settings, Darkroom darkroom) {
        MediaStore store =
                settings.mediaStorage()
                        .<MediaStore>map(ObjectStore::new)
                        .orElseGet(() -> new FolderStore(settings.data().resolve("media")));
        return new Archive(store, darkroom);
    }
}
