package fr.tocsin.media;

import java.util.Set;

/// What one network accepts of a picture.
///
/// @param maxBytes largest file in bytes
/// @param maxPixels largest width times height
/// @param maxSide largest width or height in pixels
/// @param types accepted media types, such as `image/jpeg`; never empty
public record ImageRules(long maxBytes, long maxPixels, int maxSide, Set<String> types) {}
