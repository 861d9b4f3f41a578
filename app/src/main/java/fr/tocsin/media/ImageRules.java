package fr.tocsin.media;

import java.util.Set;

/// What one network accepts of a picture.
///
/// @param maxBytes largest file in bytes, 0 when there is no limit
/// @param maxPixels largest width times height, 0 when there is no limit
/// @param maxSide largest width or height in pixels, 0 when there is no limit
/// @param types accepted media types, such as `image/jpeg`; never empty, and a picture is only ever
///   made as `image/jpeg` or `image/png`
public record ImageRules(long maxBytes, long maxPixels, int maxSide, Set<String> types) {}
