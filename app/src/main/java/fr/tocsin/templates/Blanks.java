package fr.tocsin.templates;

import fr.tocsin.publishing.Planning;
import fr.tocsin.units.Unit;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Blanks in a template: `{commune}`, `{date}`. A few are known from the unit and the time, the
/// others are asked for.
final class Blanks {

    private static final Pattern BLANK = Pattern.compile("\\{(\\p{L}[\\p{L} _-]{0,38})}");

    private Blanks() {}

    static List<String> in(String text) {
        return BLANK.matcher(text).results().map(found -> found.group(1)).distinct().toList();
    }

    /// Blanks without a word stay: publishing refuses them until a person has filled them.
    static String fill(String text, Map<String, String> words) {
        return BLANK.matcher(text)
                .replaceAll(found -> {
                    var word = words.getOrDefault(found.group(1), "").strip();
                    return Matcher.quoteReplacement(word.isEmpty() ? found.group() : word);
                });
    }

    /// What needs no asking, under its French and its English name.
    ///
    /// @param at when the publication is to go out
    static Map<String, String> known(Unit unit, Instant at, String language) {
        var locale = Locale.of(language);
        var local = at.atZone(Planning.ZONE);
        var known = new HashMap<String, String>();
        known.put("service", unit.name());
        known.put("territoire", unit.place());
        known.put("area", unit.place());
        known.put("date", day(local, locale));
        known.put("heure", DateTimeFormatter.ofPattern("H 'h' mm", locale).format(local));
        known.put("time", DateTimeFormatter.ofPattern("HH:mm", locale).format(local));
        return known;
    }

    private static String day(ZonedDateTime local, Locale locale) {
        var day = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", locale).format(local);
        return locale.getLanguage().equals("fr") ? day.replaceFirst(" 1 ", " 1er ") : day;
    }
}
