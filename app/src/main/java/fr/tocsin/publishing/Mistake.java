package fr.tocsin.publishing;

import java.util.List;

/// What a person must mend before a publication can be submitted.
///
/// @param field the field of the form: `title`, `text`, `variant.mastodon`, `link`, `images.2.alt`,
///   `accounts`, `planned`, `authorisation`
/// @param code the message `publishing.mistake.<code>` says what is wrong and how to mend it
/// @param args fill the message
public record Mistake(String field, String code, List<Object> args) {

    static Mistake of(String field, String code, Object... args) {
        return new Mistake(field, code, List.of(args));
    }
}
