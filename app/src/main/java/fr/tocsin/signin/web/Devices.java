package fr.tocsin.signin.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A name by which people recognise their browser: `Firefox, Android`.
final class Devices {

    /// The first that is contained wins; browsers claim to be each other.
    private static final List<String> BROWSERS =
            List.of(
                    "Edg=Edge",
                    "OPR=Opera",
                    "Firefox",
                    "FxiOS=Firefox",
                    "Chrome",
                    "CriOS=Chrome",
                    "Safari");

    private static final List<String> SYSTEMS =
            List.of(
                    "Android",
                    "iPhone",
                    "iPad",
                    "Windows",
                    "Mac OS=macOS",
                    "CrOS=ChromeOS",
                    "Linux");

    private Devices() {}

    /// @return empty when nothing is recognised
    static String named(@Nullable String userAgent) {
        if (userAgent == null) {
            return "";
        }
        return Stream.of(BROWSERS, SYSTEMS)
                .flatMap(names -> first(names, userAgent))
                .reduce((browser, system) -> browser + ", " + system)
                .orElse("");
    }

    private static Stream<String> first(List<String> names, String userAgent) {
        return names.stream()
                .map(name -> Arrays.asList(name.split("=")))
                .filter(name -> userAgent.contains(name.getFirst()))
                .map(List::getLast)
                .limit(1);
    }
}
