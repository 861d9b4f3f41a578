package fr.tocsin.transport;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/// Takes secrets out of text that people or records get to see: those of the request, literally,
/// and whatever looks like a token.
public final class Redaction {

    private static final String HIDDEN = "•••";
    private static final int EXCERPT = 400;
    private static final int LOOKED_AT = 16_384;

    private static final Pattern SCHEME =
            Pattern.compile("(?i)\\b(bearer|basic|dpop|digest)(\\s+)[\\w.~+/=-]{6,}");
    private static final Pattern FIELD =
            Pattern.compile(
                    "(?i)(\"?\\b(?:access_?token|refresh_?token|id_token|client_secret|code_verifier"
                            + "|token|password|passwd|app_?password|accessJwt|refreshJwt|api_?key|secret)\"?"
                            + "\\s*[:=]\\s*\"?)[^\"&\\s,}<]+");
    private static final Pattern CODE = Pattern.compile("(?i)([?&]code=)[^&\\s\"<]+");
    private static final Pattern JWT = Pattern.compile("\\beyJ[\\w-]{6,}\\.[\\w-]+\\.[\\w-]*");
    private static final Pattern TAG = Pattern.compile("<[^<>]{0,2000}>");
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Cntrl}]+");

    private final List<String> secrets;

    private Redaction(List<String> secrets) {
        this.secrets = secrets;
    }

    /// Knows the values given, as written and as encoded in an address.
    public static Redaction of(List<String> values) {
        var secrets = new ArrayList<String>();
        for (var value : values) {
            if (value.length() >= 4) {
                secrets.add(value);
                secrets.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        }
        secrets.sort(Comparator.comparingInt(String::length).reversed());
        return new Redaction(List.copyOf(secrets));
    }

    /// The text without secrets.
    public String clean(String text) {
        var clean = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
        for (var secret : secrets) {
            clean = clean.replace(secret, HIDDEN);
        }
        clean = SCHEME.matcher(clean).replaceAll("$1$2" + HIDDEN);
        clean = FIELD.matcher(clean).replaceAll("$1" + HIDDEN);
        clean = CODE.matcher(clean).replaceAll("$1" + HIDDEN);
        return JWT.matcher(clean).replaceAll(HIDDEN);
    }

    /// The start of a text without secrets and markup, on one line.
    public String excerpt(String text) {
        var line = BLANK.matcher(TAG.matcher(clean(text)).replaceAll(" ")).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= EXCERPT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, EXCERPT)) + "…";
    }
}
