package fr.tocsin.site.web;

import fr.tocsin.delivering.Kind;
import fr.tocsin.pages.Words;
import fr.tocsin.site.Site;
import fr.tocsin.units.Unit;
import fr.tocsin.units.Units;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// The feeds: of all units, of one unit, of one kind of one unit.
@Controller
class FeedController {

    private static final int LENGTH = 30;

    private final Site site;
    private final Articles articles;
    private final Units units;
    private final FeedWriter writer;
    private final Words words;

    FeedController(
            Site site, Articles articles, Units units, FeedWriter writer, MessageSource messages) {
        this.site = site;
        this.articles = articles;
        this.units = units;
        this.writer = writer;
        this.words = new Words(messages, Locale.FRENCH);
    }

    @GetMapping("/feed.{format:atom|rss|json}")
    ResponseEntity<byte[]> all(@PathVariable String format) {
        return answer(feed(null, null, "/", "/feed"), format);
    }

    @GetMapping("/u/{unit}/feed.{format:atom|rss|json}")
    ResponseEntity<byte[]> unit(@PathVariable String unit, @PathVariable String format) {
        var home = "/u/" + unit;
        return answer(feed(find(unit), null, home, home + "/feed"), format);
    }

    @GetMapping("/u/{unit}/archive/{kind}/feed.{format:atom|rss|json}")
    ResponseEntity<byte[]> kind(
            @PathVariable String unit, @PathVariable String kind, @PathVariable String format) {
        var known =
                KindPath.kind(kind)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var home = "/u/" + unit + "/archive/" + kind;
        return answer(feed(find(unit), known, home, home + "/feed"), format);
    }

    private Feed feed(@Nullable Unit unit, @Nullable Kind kind, String home, String base) {
        var name =
                unit == null
                        ? words.t("product.name") + " – " + words.t("site.feed.all")
                        : unit.name();
        var title = kind == null ? name : name + " – " + words.t("site.kind." + kind);
        return new Feed(
                title,
                words.t("site.feed.description", title),
                site.address(home),
                site.address(base),
                "fr",
                articles.of(site.latest(unit == null ? null : unit.id(), kind, 1, LENGTH)).items(),
                site.removed(unit == null ? null : unit.id(), kind, LENGTH));
    }

    private ResponseEntity<byte[]> answer(Feed feed, String format) {
        var asked = Feed.Format.valueOf(format.toUpperCase(Locale.ROOT));
        return ResponseEntity.ok()
                .contentType(
                        new MediaType(
                                MediaType.parseMediaType(asked.type()), StandardCharsets.UTF_8))
                .cacheControl(SiteController.BRIEFLY)
                .body(writer.write(feed, asked).getBytes(StandardCharsets.UTF_8));
    }

    private Unit find(String slug) {
        return units.bySlug(slug)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
