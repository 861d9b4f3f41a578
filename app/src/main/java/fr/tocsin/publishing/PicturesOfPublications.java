package fr.tocsin.publishing;

import fr.tocsin.media.MediaId;
import fr.tocsin.media.PictureUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps the pictures of drafts and publications in the library.
@Component
class PicturesOfPublications implements PictureUse {

    private final JdbcClient jdbc;

    PicturesOfPublications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean uses(MediaId picture) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM publication_image WHERE media_id = :id)")
                .param("id", picture.value())
                .query(Boolean.class)
                .single();
    }
}
