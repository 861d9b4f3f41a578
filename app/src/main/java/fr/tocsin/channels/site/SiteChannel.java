package fr.tocsin.channels.site;

import fr.tocsin.delivering.Account;
import fr.tocsin.delivering.Attempt;
import fr.tocsin.delivering.Channel;
import fr.tocsin.delivering.Dispatch;
import fr.tocsin.delivering.Limits;
import fr.tocsin.delivering.Network;
import fr.tocsin.delivering.Post;
import fr.tocsin.delivering.Preparation;
import fr.tocsin.delivering.Reason;
import fr.tocsin.delivering.RemotePost;
import fr.tocsin.delivering.Sighting;
import fr.tocsin.delivering.Step;
import fr.tocsin.delivering.VideoRules;
import fr.tocsin.delivering.Written;
import fr.tocsin.media.ImageRules;
import fr.tocsin.site.PublicPost;
import fr.tocsin.site.Site;
import fr.tocsin.wording.Graphemes;
import fr.tocsin.wording.Measure;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The own site. Its page is filed under the publication, so that sending twice makes one page.
@Component
class SiteChannel
        implements Channel,
                Channel.Deletes,
                Channel.Edits,
                Channel.ReadsBack,
                Channel.ShowsArticles,
                Channel.ShowsVideos,
                Channel.ShowsWarnings {

    static final Network NETWORK = new Network("site");

    private static final Limits LIMITS =
            new Limits(
                    20_000,
                    0,
                    0,
                    10,
                    new ImageRules(5_000_000, 40_000_000, 4_000, Set.of("image/jpeg", "image/png")),
                    1_500,
                    LocalDate.of(2026, 11, 23),
                    "own");

    private final Site site;

    SiteChannel(Site site) {
        this.site = site;
    }

    @Override
    public Network network() {
        return NETWORK;
    }

    @Override
    public Limits documentedLimits() {
        return LIMITS;
    }

    @Override
    public VideoRules videos(Limits limits) {
        return new VideoRules(40_000_000, 600, Set.of("video/mp4", "image/gif"));
    }

    @Override
    public Measure measure(Limits limits) {
        return text -> new Measure.Count(Graphemes.count(text), limits.characters());
    }

    @Override
    public List<Step> plan(Post post, Instant now) {
        return List.of(new Step(0, post.parts().size(), UUID.randomUUID().toString()));
    }

    @Override
    public Preparation prepare(Dispatch dispatch) {
        return new Preparation.Prepared(entry(dispatch).toString());
    }

    @Override
    public Attempt send(Dispatch dispatch, Preparation.Prepared prepared) {
        return site.publish(entry(dispatch))
                .<Attempt>map(post -> new Attempt.Accepted(copies(dispatch, post)))
                .orElseGet(() -> new Attempt.Rejected(Reason.of("gone")));
    }

    @Override
    public Sighting find(Dispatch dispatch) {
        return site.find(dispatch.account().unit(), dispatch.publication())
                .<Sighting>map(post -> new Sighting.There(copies(dispatch, post)))
                .orElseGet(Sighting.Absent::new);
    }

    @Override
    public Preparation prepareEdit(Dispatch dispatch, Written copy) {
        return site.find(dispatch.account().unit(), dispatch.publication()).isPresent()
                ? prepare(dispatch)
                : new Preparation.Rejected(Reason.of("gone"));
    }

    @Override
    public Attempt edit(Dispatch dispatch, Written copy, Preparation.Prepared prepared) {
        var correction = dispatch.post().correction();
        return site.correct(
                        entry(dispatch),
                        correction == null ? "" : correction.note(),
                        correction != null && correction.withheld())
                .<Attempt>map(post -> new Attempt.Accepted(copies(dispatch, post)))
                .orElseGet(() -> new Attempt.Rejected(Reason.of("gone")));
    }

    @Override
    public Sighting findEdit(Dispatch dispatch, Written copy) {
        return site.says(entry(dispatch)) ? find(dispatch) : new Sighting.Absent();
    }

    @Override
    public Attempt delete(Account account, RemotePost post) {
        site.remove(account.unit(), UUID.fromString(post.id()));
        return new Attempt.Accepted(List.of());
    }

    @Override
    public Sighting readBack(Account account, RemotePost post) {
        return site.find(account.unit(), UUID.fromString(post.id()))
                .<Sighting>map(found -> new Sighting.There(List.of(remote(found))))
                .orElseGet(Sighting.Absent::new);
    }

    private static Site.Entry entry(Dispatch dispatch) {
        var post = dispatch.post();
        var text = String.join("\n\n", dispatch.parts().stream().map(Post.Part::text).toList());
        var pictures =
                dispatch.parts().stream()
                        .flatMap(part -> part.images().stream())
                        .map(image -> new PublicPost.Picture(image.media(), image.alt()))
                        .toList();
        return new Site.Entry(
                dispatch.publication(),
                dispatch.account().unit(),
                post.kind(),
                post.language(),
                Objects.requireNonNullElse(post.title(), text.lines().findFirst().orElse("")),
                post.warning(),
                text,
                post.link(),
                pictures);
    }

    private List<RemotePost> copies(Dispatch dispatch, PublicPost post) {
        return dispatch.parts().stream().map(part -> remote(post)).toList();
    }

    private RemotePost remote(PublicPost post) {
        return new RemotePost(
                post.publication().toString(), post.updatedAt().toString(), site.address(post));
    }
}
