package fr.tocsin.delivering;

import fr.tocsin.media.ImageRules;
import java.time.LocalDate;

/// What a network allows in one post: dated data, overridden by what the server itself announces.
///
/// @param characters longest text in the network's own unit
/// @param bytes longest text in UTF-8 bytes, 0 when the network sets none
/// @param urlCharacters what any link counts, 0 when links count as written
/// @param images most pictures in one post
/// @param image what each picture must keep to
/// @param altCharacters longest alternative text
/// @param asOf the day these figures were read
/// @param source where they were read, such as `documentation` or `server`
public record Limits(
        int characters,
        int bytes,
        int urlCharacters,
        int images,
        ImageRules image,
        int altCharacters,
        LocalDate asOf,
        String source) {}
