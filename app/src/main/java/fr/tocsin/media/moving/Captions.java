package fr.tocsin.media.moving;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Captions as WebVTT (W3C, section 4): checked so far that a browser shows them.
public final class Captions {

    public static final int MAX_LENGTH = 100_000;

    private static final Pattern TIMES =
            Pattern.compile(
                    "(?:(\\d{2,4}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})[ \\t]+-->[ \\t]+"
                            + "(?:(\\d{2,4}):)?([0-5]\\d):([0-5]\\d)\\.(\\d{3})(?:[ \\t].*)?");

    private Captions() {}

    /// @return the number of the line that is wrong, counting from 1; empty when all is well
    public static Optional<Integer> wrongLine(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        var lines = text.replace("\uFEFF", "").split("\\R", -1);
        if (!lines[0].matches("WEBVTT(?:[ \\t].*)?")) {
            return Optional.of(1);
        }
        var last = -1L;
        var cues = 0;
        for (var i = 1; i < lines.length; i++) {
            if (!lines[i].contains("-->")) {
                continue;
            }
            var times = TIMES.matcher(lines[i]);
            if (!times.matches()) {
                return Optional.of(i + 1);
            }
            var from = millis(times.group(1), times.group(2), times.group(3), times.group(4));
            var to = millis(times.group(5), times.group(6), times.group(7), times.group(8));
            if (to <= from || from < last) {
                return Optional.of(i + 1);
            }
            last = from;
            cues++;
        }
        return cues == 0 ? Optional.of(lines.length) : Optional.empty();
    }

    private static long millis(
            @Nullable String hours, String minutes, String seconds, String millis) {
        var whole = hours == null ? 0 : Long.parseLong(hours);
        return ((whole * 60 + Long.parseLong(minutes)) * 60 + Long.parseLong(seconds)) * 1_000
                + Long.parseLong(millis);
    }
}
