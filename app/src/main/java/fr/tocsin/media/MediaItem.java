package fr.tocsin.media;

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
        Instant createdAt) {}
