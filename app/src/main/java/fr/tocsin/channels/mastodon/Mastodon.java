package fr.tocsin.channels.mastodon;

import fr.tocsin.channels.mastodon.Uploads.Upload;
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
import fr.tocsin.delivering.RemotePost;
import fr.tocsin.delivering.Sighting;
import fr.tocsin.delivering.Step;
import fr.tocsin.delivering.VideoRules;
import fr.tocsin.delivering.Written;
import fr.tocsin.media.Media;
import fr.tocsin.transport.Answer.Received;
import fr.tocsin.transport.Transport;
import fr.tocsin.wording.Measure;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Mastodon, and every server that speaks its client interface (GoToSocial, Pleroma, Akkoma…).
@Component
class Mastodon
        implements Channel,
                Channel.Deletes,
                Channel.Edits,
                Channel.ReadsBack,
                Channel.Replies,
                Channel.AnnouncesLimits,
                Channel.ShowsWarnings,
                Channel.Rations,
                Channel.ShowsVideos,
                Connects {

    static final Network NETWORK = new Network("mastodon");

    private final Transport transport;
    private final AccountSecrets secrets;
    private final Outcomes outcomes;
    private final Uploads uploads;
    private final Editing editing;
    private final Connecting connecting;

    @Autowired
    Mastodon(Transport transport, AccountSecrets secrets, Media media, Clock clock) {
        this(transport, secrets, media::rendition, clock, Mastodon::sleep);
    }

    Mastodon(
            Transport transport,
            AccountSecrets secrets,
            Pictures pictures,
            Clock clock,
            Consumer<Duration> pause) {
        this.transport = transport;
        this.secrets = secrets;
        this.outcomes = new Outcomes(secrets, clock);
        this.uploads = new Uploads(pictures, outcomes, pause);
        this.editing = new Editing(uploads, outcomes);
        this.connecting = new Connecting(transport, clock);
    }

    @Override
    public Network network() {
        return NETWORK;
    }

    @Override
    public Limits documentedLimits() {
        return Announced.DOCUMENTED;
    }

    /// Documented since version 4: 99 MB of video, of any length; older servers take 40 MB.
    @Override
    public VideoRules videos(Limits limits) {
        return new VideoRules(40_000_000, 0, Uploads.MOVING);
    }

    @Override
    public Measure measure(Limits limits) {
        return new MastodonMeasure(limits.characters(), limits.urlCharacters());
    }

    /// One step for each part: the interface has no way to publish a whole thread at once.
    @Override
    public List<Step> plan(Post post, Instant now) {
        return IntStream.range(0, post.parts().size())
                .mapToObj(part -> new Step(part, 1, UUID.randomUUID().toString()))
                .toList();
    }

    @Override
    public Preparation prepare(Dispatch dispatch) {
        var unfit = Wish.unfit(dispatch, measure(dispatch.account().limits()));
        if (unfit.isPresent()) {
            return new Preparation.Rejected(unfit.get());
        }
        var account = dispatch.account();
        var media = new ArrayList<String>();
        for (var image : dispatch.parts().getFirst().images()) {
            switch (uploads.upload(server(account), token(account), account, image)) {
                case Upload.Done(var id) -> media.add(id);
                case Upload.Not(var why) -> {
                    return why;
                }
            }
        }
        return new Preparation.Prepared(Wish.json(dispatch, media));
    }

    @Override
    public Attempt send(Dispatch dispatch, Preparation.Prepared prepared) {
        var account = dispatch.account();
        return outcomes.ofCreate(
                account,
                server(account).create(token(account), dispatch.step().key(), prepared.request()));
    }

    @Override
    public Sighting find(Dispatch dispatch) {
        var account = dispatch.account();
        return Looking.find(server(account), token(account), dispatch);
    }

    @Override
    public Preparation prepareEdit(Dispatch dispatch, Written copy) {
        var unfit = Wish.unfit(dispatch, measure(dispatch.account().limits()));
        if (unfit.isPresent()) {
            return new Preparation.Rejected(unfit.get());
        }
        var account = dispatch.account();
        return editing.prepare(server(account), token(account), dispatch, copy);
    }

    /// A server that knows no edits answers as if the status were not there.
    @Override
    public Attempt edit(Dispatch dispatch, Written copy, Preparation.Prepared prepared) {
        var account = dispatch.account();
        var answer = server(account).edit(token(account), copy.post().id(), prepared.request());
        if (answer instanceof Received received
                && Outcomes.gone(received)
                && readBack(account, copy.post()) instanceof Sighting.There) {
            return new Attempt.Rejected(Outcomes.said("cannot-correct", received));
        }
        return outcomes.ofEdit(account, answer);
    }

    @Override
    public Sighting findEdit(Dispatch dispatch, Written copy) {
        var account = dispatch.account();
        return editing.find(server(account), token(account), dispatch, copy);
    }

    @Override
    public Attempt delete(Account account, RemotePost post) {
        return outcomes.ofDelete(account, server(account).delete(token(account), post.id()));
    }

    @Override
    public Sighting readBack(Account account, RemotePost post) {
        var answer = server(account).status(token(account), post.id());
        if (answer instanceof Received received) {
            if (Outcomes.gone(received)) {
                return new Sighting.Absent();
            }
            var there =
                    received.ok()
                            ? received.json().flatMap(Outcomes::post)
                            : Optional.<RemotePost>empty();
            if (there.isPresent()) {
                return new Sighting.There(List.of(there.get()));
            }
        }
        return new Sighting.CannotTell(Outcomes.why(answer));
    }

    /// Mastodon's documentation, July 2026; what is left is told with every answer.
    @Override
    public List<Ration> rations() {
        return List.of(new Ration(Duration.ofMinutes(5), 300));
    }

    /// What the server announces; what we knew when it cannot be asked.
    @Override
    public Limits announcedLimits(Account account) {
        return Connecting.json(Connecting.instance(server(account)))
                .map(connecting::limits)
                .orElse(account.limits());
    }

    @Override
    public List<Field> fields() {
        return List.of(new Field("server", false, "mastodon.social"));
    }

    @Override
    public Progress begin(Map<String, String> answers, URI callback) {
        return connecting.begin(answers.getOrDefault("server", ""), callback);
    }

    @Override
    public Progress finish(Map<String, String> kept, Map<String, String> parameters, URI callback) {
        return connecting.finish(kept, parameters, callback);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private Server server(Account account) {
        return new Server(transport, account.server());
    }

    private String token(Account account) {
        return secrets.read(account.id()).getOrDefault("token", "");
    }
}
