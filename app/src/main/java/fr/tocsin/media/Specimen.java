package fr.tocsin.media;

import org.jspecify.annotations.Nullable;

/// A file whose structure has been walked from end to end and found sound; its pixels are not
/// decoded yet.
///
/// @param width as stored, before the orientation is applied
/// @param orientation EXIF's value, 1 to 8; 1 is upright
/// @param profile ICC profile that the decoder does not apply by itself; null for sRGB
/// @param content what the decoder gets: without metadata where the format lets us leave it out
record Specimen(
        Format format,
        int width,
        int height,
        int orientation,
        byte @Nullable [] profile,
        byte[] content) {

    int uprightWidth() {
        return orientation > 4 ? height : width;
    }

    int uprightHeight() {
        return orientation > 4 ? width : height;
    }
}
