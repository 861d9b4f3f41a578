package fr.tocsin.channels.bluesky;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The name of an account, which is a domain name (atproto.com/specs/handle).
record Handle(String name) {

    private static final Pattern SYNTAX =
            Pattern.compile(
                    "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    /// What copying from an app may drag along: marks for the direction of writing, spaces.
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Z}\\s]");

    private static final int LONGEST = 253;

    /// As people type it: in any case, with or without `@`.
    static Optional<Handle> parse(String text) {
        var name = INVISIBLE.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
        if (name.startsWith("@")) {
            name = name.substring(1);
        }
        return name.length() <= LONGEST && SYNTAX.matcher(name).matches()
                ? Optional.of(new Handle(name))
                : Optional.empty();
    }
}
