package fr.tocsin.channels.bluesky;

import fr.tocsin.delivering.Account;
import fr.tocsin.delivering.AccountSecrets;
import fr.tocsin.delivering.Attempt;
import fr.tocsin.delivering.Channel;
import fr.tocsin.delivering.Connects;
import fr.tocsin.delivering.Dispatch;
import fr.tocsin.delivering.Limits;
import fr.tocsin.delivering.Network;
import fr.tocsin.delivering.Post;
import fr.tocsin.delivering.Preparation;
import fr.tocsin.delivering.Reason;
import fr.tocsin.delivering.RemotePost;
import fr.tocsin.delivering.Sighting;
import fr.tocsin.delivering.Step;
import fr.tocsin.media.ImageRules;
import fr.tocsin.transport.Body;
import fr.tocsin.transport.Transport;
import fr.tocsin.wording.Measure;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Bluesky, over the AT Protocol. A post is a record under a key that we choose before anything
/// leaves, so that whether it is public can always be asked, and a repeat is harmless.
///
/// Corrections answer: its applications show no trace of a change.
final class Bluesky
        implements Channel,
                Channel.Deletes,
                Channel.ReadsBack,
                Channel.Rations,
                Channel.Replies,
                Connects {

    static final Network NETWORK = new Network("bluesky");

    /// Lexicons `app.bsky.feed.post` and `app.bsky.embed.images`; sides as the official app sends
    /// them.
    static final Limits DOCUMENTED =
            new Limits(
                    300,
                    3000,
                    0,
                    4,
                    new ImageRules(2_000_000, 4_000_000, 2000, Set.of("image/jpeg", "image/png")),
                    2000,
                    LocalDate.of(2026, 11, 23),
                    "documentation");

    private final Composing composing;
    private final Sessions sessions;
    private final Repositories repositories;
    private final Connecting connecting;
    private final Clock clock;

    /// @param patience how long a server may take to carry something out
    Bluesky(
            Transport transport,
            AccountSecrets secrets,
            Pictures pictures,
            Clock clock,
            Duration patience) {
        var xrpc = new Xrpc(transport, clock, patience);
        this.sessions = new Sessions(xrpc, secrets, clock);
        this.repositories = new Repositories(xrpc);
        this.composing = new Composing(new Uploads(pictures, sessions, clock), repositories);
        this.connecting = new Connecting(sessions, repositories);
        this.clock = clock;
    }

    @Override
    public Network network() {
        return NETWORK;
    }

    @Override
    public Limits documentedLimits() {
        return DOCUMENTED;
    }

    @Override
    public Measure measure(Limits limits) {
        return new BlueskyMeasure(limits.characters(), limits.bytes());
    }

    /// One step, whatever the length: a thread is written as a whole or not at all.
    @Override
    public List<Step> plan(Post post, Instant now) {
        var parts = post.parts().size();
        return List.of(new Step(0, parts, PostUri.stepKey(Tid.series(parts, now))));
    }

    @Override
    public Preparation prepare(Dispatch dispatch) {
        return composing.prepare(dispatch);
    }

    @Override
    public Attempt send(Dispatch dispatch, Preparation.Prepared prepared) {
        var account = dispatch.account();
        var uris = uris(dispatch);
        var body = Body.json(prepared.request());
        if (uris.size() == 1) {
            var reply = sessions.procedure(account, "com.atproto.repo.putRecord", body);
            return attempt(reply, done -> List.of(uris.getFirst().seen(account, done)));
        }
        var reply = sessions.procedure(account, "com.atproto.repo.applyWrites", body);
        return attempt(
                reply,
                done ->
                        IntStream.range(0, uris.size())
                                .mapToObj(i ->
                                        uris.get(i).seen(account, done.path("results").path(i)))
                                .toList());
    }

    /// All posts of a step are written together, so that some without others means that somebody
    /// has removed them since.
    @Override
    public Sighting find(Dispatch dispatch) {
        var sightings =
                uris(dispatch).stream()
                        .map(uri -> repositories.look(dispatch.account(), uri))
                        .toList();
        var there = new ArrayList<RemotePost>();
        for (var sighting : sightings) {
            switch (sighting) {
                case Sighting.CannotTell unclear -> {
                    return unclear;
                }
                case Sighting.There seen -> there.addAll(seen.posts());
                case Sighting.Absent absent -> {}
            }
        }
        if (there.size() == sightings.size()) {
            return new Sighting.There(there);
        }
        return there.isEmpty()
                ? new Sighting.Absent()
                : new Sighting.CannotTell(
                        new Reason("partly-there", there.size() + " / " + sightings.size()));
    }

    @Override
    public Attempt delete(Account account, RemotePost post) {
        var uri = PostUri.parse(post.id());
        var request =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("repo", uri.did())
                        .put("collection", PostUri.COLLECTION)
                        .put("rkey", uri.key());
        var reply =
                sessions.procedure(
                        account, "com.atproto.repo.deleteRecord", Body.json(request.toString()));
        return attempt(reply, done -> List.of());
    }

    /// 5,000 points an hour and 35,000 a day, of which writing a record costs three (August 2026).
    @Override
    public List<Ration> rations() {
        return List.of(
                new Ration(Duration.ofHours(1), 5_000 / 3),
                new Ration(Duration.ofDays(1), 35_000 / 3));
    }

    /// The CID in the answer tells whether the content is still the same.
    @Override
    public Sighting readBack(Account account, RemotePost post) {
        return repositories.look(account, PostUri.parse(post.id()));
    }

    @Override
    public List<Field> fields() {
        return connecting.fields();
    }

    @Override
    public Progress begin(Map<String, String> answers, URI callback) {
        return connecting.begin(answers);
    }

    @Override
    public Progress finish(Map<String, String> kept, Map<String, String> parameters, URI callback) {
        throw new IllegalStateException("Bluesky sends nobody back: app passwords need no consent");
    }

    private static List<PostUri> uris(Dispatch dispatch) {
        return PostUri.keys(dispatch.step().key()).stream()
                .map(key -> PostUri.of(dispatch.account(), key))
                .toList();
    }

    private Attempt attempt(Reply reply, Function<JsonNode, List<RemotePost>> posts) {
        var now = clock.instant();
        return switch (reply) {
            case Reply.Done(var body) -> new Attempt.Accepted(posts.apply(body));
            case Reply.NotAsked(var reason, var notBefore) ->
                    new Attempt.NotSent(reason, notBefore);
            case Reply.Broken broken when broken.isProvablyUnseen() ->
                    new Attempt.NotSent(broken.reason(), now.plus(Reply.PAUSE));
            case Reply.Broken broken -> new Attempt.Unknown(broken.reason());
            case Reply.Refused refused when refused.isRateLimited() || refused.isBlobMissing() ->
                    new Attempt.NotSent(refused.reason(), refused.notBefore(now));
            case Reply.Refused refused when refused.isUnclear() ->
                    new Attempt.Unknown(refused.reason());
            case Reply.Refused refused -> new Attempt.Rejected(refused.reason());
        };
    }
}
