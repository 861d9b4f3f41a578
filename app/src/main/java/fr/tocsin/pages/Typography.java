package fr.tocsin.pages;

import java.util.regex.Pattern;

/// The spaces that French sets around its punctuation, so that no line begins with a colon.
public final class Typography {

    private static final Pattern BEFORE_COLON = Pattern.compile(" (?=:(?:\\s|$)|»)");
    private static final Pattern BEFORE_MARK = Pattern.compile(" (?=[;!?])");
    private static final Pattern AFTER_QUOTE = Pattern.compile("(?<=«) ");

    private Typography() {}

    /// The text with no-break spaces before `:`, `»` and after `«`, narrow ones before `;`, `!`,
    /// `?`.
    public static String french(String text) {
        if (text.indexOf(' ') < 0) {
            return text;
        }
        var spaced = BEFORE_COLON.matcher(text).replaceAll("\u00a0");
        spaced = BEFORE_MARK.matcher(spaced).replaceAll("\u202f");
        return AFTER_QUOTE.matcher(spaced).replaceAll("\u00a0");
    }
}
