package fr.tocsin.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Writes iCalendar (RFC 5545): lines end with CRLF and are folded at 75 octets (3.1), texts are
/// escaped (3.3.11), times are in UTC (3.3.5), so that no time zone has to be described.
public final class ICalendar {

    private static final int OCTETS = 75;
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final StringBuilder out = new StringBuilder();

    /// Opens the calendar.
    ///
    /// @param name what the reader's program calls it
    /// @param refresh how often it should be read again (RFC 7986, 5.7), such as `PT30M`
    public ICalendar(String name, String refresh) {
        raw("BEGIN", "VCALENDAR");
        raw("VERSION", "2.0");
        raw("PRODID", "-//Tocsin//Calendar//FR");
        raw("CALSCALE", "GREGORIAN");
        text("NAME", name);
        text("X-WR-CALNAME", name);
        raw("REFRESH-INTERVAL;VALUE=DURATION", refresh);
        raw("X-PUBLISHED-TTL", refresh);
    }

    /// One event without length of its own.
    ///
    /// @param uid the same for ever (3.8.4.7)
    /// @param sequence grows with every change (3.8.7.4)
    /// @param stamp when it last changed
    /// @param status `TENTATIVE` or `CONFIRMED` (3.8.1.11)
    public record Event(
            String uid,
            int sequence,
            Instant stamp,
            Instant start,
            String summary,
            String description,
            String category,
            String status,
            String url) {}

    public void add(Event event) {
        raw("BEGIN", "VEVENT");
        raw("UID", event.uid());
        raw("SEQUENCE", Integer.toString(event.sequence()));
        raw("DTSTAMP", UTC.format(event.stamp()));
        raw("LAST-MODIFIED", UTC.format(event.stamp()));
        raw("DTSTART", UTC.format(event.start()));
        raw("DURATION", "PT15M");
        text("SUMMARY", event.summary());
        text("DESCRIPTION", event.description());
        text("CATEGORIES", event.category());
        raw("STATUS", event.status());
        raw("TRANSP", "TRANSPARENT");
        raw("URL", event.url());
        raw("END", "VEVENT");
    }

    /// The whole calendar; nothing can be added afterwards.
    public String end() {
        raw("END", "VCALENDAR");
        return out.toString();
    }

    private void text(String name, String value) {
        raw(
                name,
                value.replace("\\", "\\\\")
                        .replace(";", "\\;")
                        .replace(",", "\\,")
                        .replace("\r\n", "\\n")
                        .replace("\n", "\\n")
                        .replaceAll("\\p{Cntrl}", " "));
    }

    private void raw(String name, String value) {
        fold(name + ":" + value);
    }

    /// A character is never torn, whatever its length in UTF-8.
    private void fold(String line) {
        var octets = 0;
        for (var i = 0; i < line.length(); ) {
            var character = Character.toString(line.codePointAt(i));
            var length = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > OCTETS) {
                out.append("\r\n ");
                octets = 1;
            }
            out.append(character);
            octets += length;
            i += character.length();
        }
        out.append("\r\n");
    }
}
