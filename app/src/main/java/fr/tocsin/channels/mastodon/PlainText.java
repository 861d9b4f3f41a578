package fr.tocsin.channels.mastodon;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Brings what we wrote and what a server made of it to one form, so that the two can be compared:
/// servers turn text into HTML, shorten the look of links, drop the server from mentions, and some
/// set their own quotation marks and dashes. Letters, digits and symbols remain.
final class PlainText {

    private static final Pattern TAG = Pattern.compile("<[^<>]*>");
    private static final Pattern ENTITY =
            Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|\\w{1,8});");
    private static final Pattern FAR_MENTION =
            Pattern.compile("(@[\\w.-]*\\w)@[\\w.-]+\\w(:\\d+)?");
    private static final Pattern ORNAMENT = Pattern.compile("[^\\p{L}\\p{N}\\p{S}]+");

    private PlainText() {}

    /// What remains of a text as we sent it.
    static String sent(String text) {
        return essence(text);
    }

    /// What remains of a status' `content`.
    static String rendered(String html) {
        return essence(unescaped(TAG.matcher(html).replaceAll("")));
    }

    private static String essence(String text) {
        var near = FAR_MENTION.matcher(text).replaceAll("$1");
        return ORNAMENT.matcher(Normalizer.normalize(near, Normalizer.Form.NFC)).replaceAll("");
    }

    private static String unescaped(String text) {
        return ENTITY.matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement(entity(match.group(1), match.group())));
    }

    /// The entities that HTML writers use for text; an unknown one stays as it is.
    private static String entity(String name, String whole) {
        if (name.startsWith("#")) {
            var hex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
            var code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            return Character.isValidCodePoint(code) ? Character.toString(code) : whole;
        }
        return switch (name) {
            case "amp" -> "&";
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            case "nbsp" -> " ";
            default -> whole;
        };
    }
}
