package fr.tocsin.calendar.web;

import fr.tocsin.calendar.Feeds;
import fr.tocsin.calendar.ICalendar;
import fr.tocsin.pages.Words;
import fr.tocsin.publishing.Planned;
import fr.tocsin.publishing.Standing;
import fr.tocsin.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The calendar as other programs read it: title, kind and state, and nothing else of what is
/// written.
@Controller
class FeedController {

    private static final MediaType CALENDAR =
            new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Feeds feeds;
    private final MessageSource messages;
    private final Settings settings;
    private final Clock clock;

    FeedController(Feeds feeds, MessageSource messages, Settings settings, Clock clock) {
        this.feeds = feeds;
        this.messages = messages;
        this.settings = settings;
        this.clock = clock;
    }

    /// Revoked, of somebody who left, never there: all look the same.
    @GetMapping("/calendar/{secret:[A-Za-z0-9_-]{43}}.ics")
    ResponseEntity<byte[]> read(@PathVariable String secret) {
        var reading = feeds.read(secret);
        if (reading.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header("X-Robots-Tag", "noindex")
                .body(written(reading.get()).getBytes(StandardCharsets.UTF_8));
    }

    private String written(Feeds.Reading reading) {
        var words = new Words(messages, reading.reader().language());
        var unit = reading.officer().unit();
        var calendar = new ICalendar(words.t("calendar.feed.title", unit.name()), "PT30M");
        for (var planned : reading.planned()) {
            calendar.add(event(planned, words, "/desk/" + unit.slug() + "/publications/"));
        }
        return calendar.end();
    }

    private ICalendar.Event event(Planned planned, Words words, String publications) {
        var kind = words.t("pages.kind." + planned.kind().name().toLowerCase(Locale.ROOT));
        var state = words.t(Standing.of(planned.state(), planned.at(), clock.instant()).words());
        return new ICalendar.Event(
                planned.id().toString(),
                planned.version(),
                planned.updatedAt(),
                planned.at(),
                planned.title().isEmpty() ? words.t("publishing.untitled") : planned.title(),
                kind + " · " + state,
                kind,
                planned.state().open() ? "TENTATIVE" : "CONFIRMED",
                settings.publicUrl().resolve(publications + planned.id()).toString());
    }
}
