package fr.tocsin.channels.bluesky;

import fr.tocsin.wording.Graphemes;
import fr.tocsin.wording.Measure;
import java.nio.charset.StandardCharsets;

/// Bluesky's two limits at once (lexicon `app.bsky.feed.post`: `maxGraphemes` and `maxLength`).
/// Reports the one that the text comes closest to. Links count as written.
///
/// @param graphemes 300 as documented
/// @param bytes of UTF-8, 3000 as documented
record BlueskyMeasure(int graphemes, int bytes) implements Measure {

    @Override
    public Count count(String text) {
        var seen = new Count(Graphemes.count(text), graphemes);
        var stored = new Count(text.getBytes(StandardCharsets.UTF_8).length, bytes, Unit.BYTES);
        var bytesAreTighter = (long) stored.used() * graphemes > (long) seen.used() * bytes;
        return bytesAreTighter ? stored : seen;
    }
}
