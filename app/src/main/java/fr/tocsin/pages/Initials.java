package fr.tocsin.pages;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// The one or two letters that stand for a person in a small circle.
public final class Initials {

    private Initials() {}

    /// `Alice Martin` is `AM`, `Bob` is `B`; ranks and titles that end with a dot do not count.
    public static String of(String name) {
        var words =
                Arrays.stream(name.strip().split("[\\s-]+"))
                        .filter(word -> !word.isEmpty() && !word.endsWith("."))
                        .toList();
        if (words.isEmpty()) {
            return "?";
        }
        return Arrays.asList(words.getFirst(), words.size() > 1 ? words.getLast() : "").stream()
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }
}
