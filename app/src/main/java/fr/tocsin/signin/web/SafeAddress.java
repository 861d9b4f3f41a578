package fr.tocsin.signin.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where to go after signing in: only to the desk of this server, whatever the address bar says.
public final class SafeAddress {

    static final String DESK = "/desk";

    /// One leading slash, no backslash, no control character: browsers read `//` and `/\` as
    /// another server.
    private static final Pattern OURS =
            Pattern.compile("/desk(?:/[^/\\\\\\p{Cntrl}\\s][^\\\\\\p{Cntrl}\\s]*)?");

    private static final int LONGEST = 500;

    private SafeAddress() {}

    /// The address when it is safe, else the desk.
    public static String of(@Nullable String asked) {
        if (asked == null || asked.length() > LONGEST || asked.contains("/.")) {
            return DESK; // a dot climbs out of the desk
        }
        return OURS.matcher(asked).matches() ? asked : DESK;
    }
}
