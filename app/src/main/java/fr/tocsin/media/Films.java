package fr.tocsin.media;

import fr.tocsin.units.UnitId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/// What belongs to a video or an animation besides being a picture.
@Service
public class Films {

    private final MediaItems items;
    private final Archive archive;

    Films(MediaItems items, Archive archive) {
        this.items = items;
        this.archive = archive;
    }

    /// The moving picture itself, as it is kept: without metadata. Empty for strangers to the unit,
    /// and for what stands still.
    public Optional<Rendition> film(UnitId unit, MediaId id) {
        return shown(unit, id)
                .filter(MediaItem::moving)
                .map(item ->
                        new Rendition(
                                item.type(),
                                item.width(),
                                item.height(),
                                archive.file(item.sha256())));
    }

    /// Another still picture for a moving one, until it is played.
    ///
    /// @return why it is not taken; empty when all is well
    public Optional<Upload.Refused> poster(UnitId unit, MediaId id, byte[] picture) {
        var item = shown(unit, id).filter(MediaItem::video);
        if (item.isEmpty() || picture.length > Media.MAX_BYTES) {
            return Optional.of(new Upload.Refused("too-heavy", List.of(Media.MAX_BYTES >> 20)));
        }
        try {
            archive.changePoster(item.get().sha256(), picture);
            return Optional.empty();
        } catch (Unusable unusable) {
            return Optional.of(unusable.refused());
        }
    }

    /// What is spoken in a video, as WebVTT; checked by the caller.
    ///
    /// @return whether the unit has this video
    public boolean caption(UnitId unit, MediaId id, String captions) {
        return items.caption(unit, id, captions);
    }

    private Optional<MediaItem> shown(UnitId unit, MediaId id) {
        return items.find(unit, id).filter(item -> !item.keptApart());
    }
}
