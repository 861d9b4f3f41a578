package fr.tocsin.site.web;

import fr.tocsin.delivering.Kind;
import fr.tocsin.site.Page;
import fr.tocsin.site.PublicPost;
import fr.tocsin.site.Site;
import fr.tocsin.units.Unit;
import fr.tocsin.units.Units;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The pages that people read.
@Controller
class SiteController {

    private static final int PAGE = 20;
    private static final Duration WARM = Duration.ofHours(12);
    static final CacheControl BRIEFLY =
            CacheControl.maxAge(Duration.ofSeconds(30))
                    .cachePublic()
                    .staleWhileRevalidate(Duration.ofSeconds(60));

    private final Site site;
    private final Articles articles;
    private final Units units;
    private final Headers headers;
    private final Clock clock;

    SiteController(Site site, Articles articles, Units units, Headers headers, Clock clock) {
        this.site = site;
        this.articles = articles;
        this.units = units;
        this.headers = headers;
        this.clock = clock;
    }

    @GetMapping("/")
    ModelAndView home(@RequestParam(defaultValue = "1") int page) {
        var all = units.all();
        if (all.size() == 1) {
            return unitHome(all.getFirst(), page);
        }
        var latest = within(site.latest(null, null, number(page), PAGE));
        return new ModelAndView(
                "site/home",
                "page",
                new HomePage(headers.ofAll(), all, latest, warmAlerts(latest.items())));
    }

    @GetMapping("/u/{unit}")
    ModelAndView unit(@PathVariable String unit, @RequestParam(defaultValue = "1") int page) {
        return unitHome(find(unit), page);
    }

    @GetMapping("/u/{unit}/{year:\\d{4}}/{month:\\d\\d}/{slug}")
    ModelAndView post(
            @PathVariable String unit,
            @PathVariable String year,
            @PathVariable String month,
            @PathVariable String slug,
            HttpServletResponse response) {
        var owner = find(unit);
        return switch (site.at("/u/%s/%s/%s/%s".formatted(unit, year, month, slug))) {
            case Site.Standing.Public(var post) ->
                    new ModelAndView(
                            "site/post",
                            "page",
                            new PostPage(
                                    headers.of(owner, KindPath.of(post.kind())),
                                    owner,
                                    articles.of(post),
                                    Change.of(site.history(post), post),
                                    articles
                                            .of(site.latest(owner.id(), post.kind(), 1, 5))
                                            .items()
                                            .stream()
                                            .filter(other -> !other.path().equals(post.path()))
                                            .limit(4)
                                            .toList()));
            case Site.Standing.Removed() -> {
                response.setHeader("X-Robots-Tag", "noindex");
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
                var gone =
                        new ModelAndView(
                                "site/gone", "page", new GonePage(headers.of(owner, null), owner));
                gone.setStatus(HttpStatus.GONE);
                yield gone;
            }
            case Site.Standing.Never() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    @GetMapping("/u/{unit}/archive")
    ModelAndView archive(@PathVariable String unit, @RequestParam(defaultValue = "1") int page) {
        return archive(find(unit), null, page);
    }

    @GetMapping("/u/{unit}/archive/{kind}")
    ModelAndView archive(
            @PathVariable String unit,
            @PathVariable String kind,
            @RequestParam(defaultValue = "1") int page) {
        var found =
                KindPath.kind(kind)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return archive(find(unit), found, page);
    }

    @GetMapping("/search")
    ModelAndView search(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(defaultValue = "1") int page) {
        var within = unit == null || unit.isBlank() ? null : find(unit);
        var words = q.length() > 200 ? q.substring(0, 200) : q;
        var found = site.search(within == null ? null : within.id(), words, number(page), PAGE);
        return new ModelAndView(
                "site/search",
                "page",
                new SearchPage(
                        within == null ? null : headers.of(within, null),
                        within,
                        units.all(),
                        words,
                        within(found)));
    }

    private ModelAndView unitHome(Unit unit, int page) {
        var latest = within(site.latest(unit.id(), null, number(page), PAGE));
        return new ModelAndView(
                "site/unit",
                "page",
                new UnitPage(
                        headers.of(unit, null),
                        unit,
                        warmAlerts(latest.items()),
                        latest,
                        site.counts(unit.id())));
    }

    private ModelAndView archive(Unit unit, @Nullable Kind kind, int page) {
        var found = within(site.latest(unit.id(), kind, number(page), PAGE));
        return new ModelAndView(
                "site/archive",
                "page",
                new ArchivePage(
                        headers.of(unit, kind == null ? null : KindPath.of(kind)),
                        unit,
                        kind,
                        found));
    }

    /// Alerts young enough to matter to somebody who opens the page now.
    private List<Article> warmAlerts(List<Article> latest) {
        var since = clock.instant().minus(WARM);
        return latest.stream()
                .filter(article ->
                        article.kind() == Kind.ALERT && article.publishedAt().isAfter(since))
                .toList();
    }

    private Unit find(String slug) {
        return units.bySlug(slug)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /// A page beyond the last one is none.
    private Page<Article> within(Page<PublicPost> found) {
        if (found.number() > found.last()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return articles.of(found);
    }

    private static int number(int asked) {
        return Math.clamp(asked, 1, 10_000);
    }
}
