package fr.tocsin.site.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.tocsin.media.Media;
import fr.tocsin.media.MediaId;
import fr.tocsin.media.MediaItem;
import fr.tocsin.site.Page;
import fr.tocsin.site.PublicPost;
import fr.tocsin.site.Site;
import fr.tocsin.units.Unit;
import fr.tocsin.units.UnitId;
import fr.tocsin.units.Units;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Dresses public posts for the pages: unit names, safe HTML, picture addresses.
@Component
class Articles {

    static final int SMALL = 480;
    static final int LARGE = 1600;

    private final Site site;
    private final Units units;
    private final Media media;
    private final Cache<MediaId, Optional<MediaItem>> items =
            Caffeine.newBuilder()
                    .maximumSize(5_000)
                    .expireAfterWrite(Duration.ofMinutes(5))
                    .build();

    Articles(Site site, Units units, Media media) {
        this.site = site;
        this.units = units;
        this.media = media;
    }

    Article of(PublicPost post) {
        return of(post, owner(post.unit()));
    }

    Page<Article> of(Page<PublicPost> page) {
        return new Page<>(of(page.items()), page.number(), page.size(), page.total());
    }

    List<Article> of(List<PublicPost> posts) {
        Map<UnitId, Unit> known = new HashMap<>();
        return posts.stream()
                .map(post -> of(post, known.computeIfAbsent(post.unit(), this::owner)))
                .toList();
    }

    private Unit owner(UnitId id) {
        return units.find(id)
                .orElseThrow(
                        () -> new IllegalStateException("a public page without its unit " + id));
    }

    private Article of(PublicPost post, Unit unit) {
        return new Article(
                post.publication(),
                post.path(),
                site.address(post),
                unit.slug(),
                unit.name(),
                post.kind(),
                post.language(),
                post.title(),
                post.warning(),
                Prose.html(post.body()),
                Prose.excerpt(post.body()),
                post.link(),
                post.pictures().stream()
                        .flatMap(picture ->
                                media
                                        .find(post.unit(), picture.media())
                                        .map(item ->
                                                new Article.Picture(
                                                        address(unit, picture, SMALL),
                                                        address(unit, picture, LARGE),
                                                        picture.alt(),
                                                        item.width(),
                                                        item.height(),
                                                        item.moving()
                                                                ? film(unit, item, "film")
                                                                : "",
                                                        item.video(),
                                                        item.captions().isEmpty()
                                                                ? ""
                                                                : film(unit, item, "captions")))
                                        .stream())
                        .toList(),
                post.publishedAt(),
                post.updatedAt());
    }

    /// What a picture is never changes, and a page in demand is asked for many times a second.
    private Optional<MediaItem> item(UnitId unit, MediaId picture) {
        return items.get(picture, id -> media.find(unit, id));
    }

    private static String film(Unit unit, MediaItem item, String what) {
        return "/u/%s/media/%s/%s".formatted(unit.slug(), item.id(), what);
    }

    private static String address(Unit unit, PublicPost.Picture picture, int width) {
        return "/u/%s/media/%s-%d".formatted(unit.slug(), picture.media(), width);
    }
}
