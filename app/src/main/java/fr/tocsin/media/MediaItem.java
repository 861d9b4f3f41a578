package fr.tocsin.media;

import fr.tocsin.media.moving.Motion;
import fr.tocsin.units.MemberId;
import fr.tocsin.units.UnitId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One picture in a unit's library.
///
/// @param sha256 of the file as it was sent in, in lower-case hex; names the content for good
/// @param type what the file really is, whatever its name said
/// @param width in pixels, as people see it: the camera's orientation is taken into account
/// @param bytes size of the file as it was sent in
/// @param originalName the sender's file name; for people only
/// @param defaultAlt the alternative text to begin with; may be empty
/// @param keptApart the original of an edited picture: no longer shown, published or listed
/// @param tags words to find it by, separated by spaces
/// @param millis how long it runs; 0 for what stands still
/// @param captions what is spoken, as WebVTT; may be empty
/// @param uploadedBy null when the member is gone
public record MediaItem(
        MediaId id,
        UnitId unit,
        String sha256,
        String type,
        int width,
        int height,
        long bytes,
        String originalName,
        String defaultAlt,
        @Nullable MemberId uploadedBy,
        Instant createdAt,
        boolean keptApart,
        String tags,
        Rights rights,
        int millis,
        String captions) {

    /// Whether it is a video or an animation.
    public boolean moving() {
        return type.equals(Motion.MP4) || type.equals(Motion.GIF);
    }

    public boolean video() {
        return type.equals(Motion.MP4);
    }

    /// A new picture made of this one, with what is known of it.
    MediaItem madeInto(String newSha256, Rendition made, MemberId by, Instant at) {
        return new MediaItem(
                MediaId.random(),
                unit,
                newSha256,
                made.type(),
                made.width(),
                made.height(),
                made.bytes().length,
                originalName,
                defaultAlt,
                by,
                at,
                false,
                tags,
                rights,
                0,
                "");
    }
}
