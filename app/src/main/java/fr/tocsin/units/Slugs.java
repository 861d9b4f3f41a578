package fr.tocsin.units;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Units' names in addresses: 2 to 60 small letters, digits and hyphens.
public final class Slugs {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,58}[a-z0-9]");

    /// Words that stand where a unit's slug stands in `/desk/{unit}`, now or some day.
    private static final Set<String> RESERVED =
            Set.of(
                    "account",
                    "accounts",
                    "admin",
                    "again",
                    "api",
                    "appearance",
                    "assets",
                    "approvals",
                    "away",
                    "demo",
                    "design",
                    "desk",
                    "health",
                    "help",
                    "invitation",
                    "invitations",
                    "language",
                    "media",
                    "new",
                    "publications",
                    "reviews",
                    "second-factor",
                    "session",
                    "sessions",
                    "setup",
                    "sign-in",
                    "sign-out",
                    "unit",
                    "units");

    private Slugs() {}

    public static boolean valid(String slug) {
        return FORM.matcher(slug).matches() && !RESERVED.contains(slug);
    }

    /// A slug that resembles the name, to propose to a person; may be empty or taken.
    public static String propose(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        var slug =
                plain.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-+|-+$", "");
        return slug.length() > 60 ? slug.substring(0, 60).replaceAll("-+$", "") : slug;
    }
}
