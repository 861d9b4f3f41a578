package fr.tocsin.site;

import fr.tocsin.delivering.Kind;
import fr.tocsin.media.MediaId;
import fr.tocsin.settings.Settings;
import fr.tocsin.units.Unit;
import fr.tocsin.units.UnitId;
import fr.tocsin.units.Units;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The public site: what is on it, and at which address.
@Service
public class Site {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private static final Duration TOLD_FOR = Duration.ofDays(90);

    private final PublicPosts posts;
    private final FormerVersions versions;
    private final Units units;
    private final Settings settings;
    private final Clock clock;

    Site(PublicPosts posts, FormerVersions versions, Units units, Settings settings, Clock clock) {
        this.posts = posts;
        this.versions = versions;
        this.units = units;
        this.settings = settings;
        this.clock = clock;
    }

    /// What a unit wants to stand on its site.
    ///
    /// @param publication a page is filed under its publication: the same publication never makes
    ///   two pages
    public record Entry(
            UUID publication,
            UnitId unit,
            Kind kind,
            String language,
            String title,
            @Nullable String warning,
            String body,
            @Nullable URI link,
            List<PublicPost.Picture> pictures) {

        public Entry {
            pictures = List.copyOf(pictures);
        }
    }

    /// Makes the page public. Repeating it with the same entry changes nothing.
    ///
    /// @return the page, or empty when it was taken down before: it does not come back
    @Transactional
    public Optional<PublicPost> publish(Entry entry) {
        var now = clock.instant();
        var unit = units.find(entry.unit()).orElseThrow();
        var path = posts.path(entry.publication()).orElseGet(() -> freePath(unit, entry.title()));
        posts.put(
                new PublicPost(
                        entry.publication(),
                        entry.unit(),
                        entry.kind(),
                        entry.language(),
                        entry.title(),
                        entry.warning(),
                        entry.body(),
                        entry.link(),
                        entry.pictures(),
                        path,
                        now,
                        now),
                hash(entry));
        return posts.find(entry.unit(), entry.publication());
    }

    /// Puts something else on a public page and keeps what it said. Repeating it with the same
    /// entry changes nothing.
    ///
    /// @param note what was wrong, for readers; may be empty
    /// @param withheld whether everything the page ever said before is erased
    /// @return the page, or empty when it was taken down
    @Transactional
    public Optional<PublicPost> correct(Entry entry, String note, boolean withheld) {
        var before = posts.find(entry.unit(), entry.publication());
        if (before.isEmpty()) {
            return Optional.empty();
        }
        var pictures = !before.get().pictures().equals(entry.pictures());
        versions.keep(
                entry.unit(), entry.publication(), hash(entry), pictures, note, clock.instant());
        if (withheld) {
            versions.withhold(entry.unit(), entry.publication());
        }
        return publish(entry);
    }

    /// What a page said before, the oldest first.
    public List<FormerVersion> history(PublicPost post) {
        return versions.of(post.unit(), post.publication());
    }

    /// Whether the page is public and says exactly this.
    public boolean says(Entry entry) {
        return posts.says(entry.unit(), entry.publication(), hash(entry));
    }

    /// Takes the page down: its address stays and answers 410. Removing what is not there does
    /// nothing.
    @Transactional
    public void remove(UnitId unit, UUID publication) {
        posts.remove(unit, publication, clock.instant());
        versions.forget(unit, publication);
    }

    /// Gives a page the date of what it shows, for archives and demonstrations that were not
    /// published here today.
    ///
    /// @param publishedAt not in the future
    @Transactional
    public void date(UnitId unit, UUID publication, Instant publishedAt) {
        if (publishedAt.isAfter(clock.instant())) {
            throw new IllegalArgumentException(
                    "a page cannot have been published in the future: " + publishedAt);
        }
        posts.date(unit, publication, publishedAt);
    }

    public Optional<PublicPost> find(UnitId unit, UUID publication) {
        return posts.find(unit, publication);
    }

    /// What stands at a path of the site.
    public sealed interface Standing {
        record Public(PublicPost post) implements Standing {}

        record Removed() implements Standing {}

        record Never() implements Standing {}
    }

    public Standing at(String path) {
        var post = posts.at(path);
        if (post.isPresent()) {
            return new Standing.Public(post.get());
        }
        return posts.taken(path) ? new Standing.Removed() : new Standing.Never();
    }

    /// Newest first, of one unit or of all, of one kind or of all.
    public Page<PublicPost> latest(
            @Nullable UnitId unit, @Nullable Kind kind, int number, int size) {
        return posts.latest(unit, kind, number, size);
    }

    /// Accents, capitals and endings forgiven.
    public Page<PublicPost> search(@Nullable UnitId unit, String words, int number, int size) {
        return posts.search(unit, words, number, size);
    }

    /// How many public pages a unit has of each kind.
    public Map<Kind, Long> counts(UnitId unit) {
        return posts.counts(unit);
    }

    /// The newest pages with the time of their last change, for the sitemap.
    public List<Change> changes(int most) {
        return posts.changes(most);
    }

    /// Pages that were taken down lately, the latest first, so that those who keep copies from our
    /// feeds drop them.
    public List<Removal> removed(@Nullable UnitId unit, @Nullable Kind kind, int most) {
        return posts.removed(unit, kind, clock.instant().minus(TOLD_FOR), most);
    }

    /// A page that was taken down.
    public record Removal(UUID publication, Instant at) {}

    /// One line of the sitemap.
    public record Change(String path, Instant at) {}

    /// Whether a picture stands on a public page of the unit.
    public boolean isPublic(UnitId unit, MediaId picture) {
        return posts.isPublic(unit, picture);
    }

    /// The absolute address of a page.
    public URI address(PublicPost post) {
        return address(post.path());
    }

    /// The absolute address of a path of the site.
    public URI address(String path) {
        return URI.create(settings.publicUrl().toString().replaceAll("/+$", "") + path);
    }

    private String freePath(Unit unit, String title) {
        var day = clock.instant().atZone(ZONE);
        var path =
                "/u/%s/%d/%02d/%s"
                        .formatted(
                                unit.slug(),
                                day.getYear(),
                                day.getMonthValue(),
                                Folding.slug(title));
        var free = path;
        for (int n = 2; posts.taken(free); n++) {
            free = path + "-" + n;
        }
        return free;
    }

    private static String hash(Entry entry) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(entry.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
