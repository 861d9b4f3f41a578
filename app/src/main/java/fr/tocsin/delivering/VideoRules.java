package fr.tocsin.delivering;

import java.util.Set;

/// What a network takes of what moves.
///
/// @param maxBytes largest file in bytes, 0 when there is no limit
/// @param maxSeconds longest, 0 when there is no limit
/// @param types accepted media types, such as `video/mp4`
public record VideoRules(long maxBytes, int maxSeconds, Set<String> types) {}
