package fr.tocsin.media.web;

import fr.tocsin.media.Media;
import fr.tocsin.media.MediaItem;
import fr.tocsin.media.Upload;
import fr.tocsin.units.Officer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.web.multipart.MultipartFile;

/// What became of the files of one form.
record Uploads(List<MediaItem> stored, List<LibraryPage.Refusal> refused) {

    static Uploads of(Media media, Officer officer, List<MultipartFile> files) {
        var stored = new ArrayList<MediaItem>();
        var refused = new ArrayList<LibraryPage.Refusal>();
        for (var file : files) {
            var name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            if (name.isEmpty() && file.isEmpty()) {
                continue; // the browser's way to say that no file was chosen
            }
            switch (store(media, officer, name, file)) {
                case Upload.Stored taken -> stored.add(taken.item());
                case Upload.Refused why -> refused.add(new LibraryPage.Refusal(name, why));
            }
        }
        return new Uploads(stored, refused);
    }

    boolean isEmpty() {
        return stored.isEmpty() && refused.isEmpty();
    }

    private static Upload store(Media media, Officer officer, String name, MultipartFile file) {
        try (var content = file.getInputStream()) {
            return media.store(officer.unitId(), officer.member(), name, content);
        } catch (IOException e) {
            throw new UncheckedIOException("an upload cannot be read", e);
        }
    }
}
