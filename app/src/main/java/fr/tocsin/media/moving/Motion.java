package fr.tocsin.media.moving;

/// A moving picture whose structure has been walked from end to end, without its metadata.
///
/// @param type `video/mp4` or `image/gif`
/// @param width in pixels, as people see it
/// @param millis how long it runs; 0 for a GIF of one frame
/// @param file cleaned; the very bytes that are kept
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Motion(String type, int width, int height, int millis, byte[] file) {

    public static final String MP4 = "video/mp4";
    public static final String GIF = "image/gif";
}
