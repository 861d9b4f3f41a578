package fr.tocsin.takedown;

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
import fr.tocsin.media.ImageRules;
import fr.tocsin.wording.Graphemes;
import fr.tocsin.wording.Measure;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A network in memory that shows what it was given and removes what it is asked to, unless the
/// test wants otherwise.
class Square implements Channel, Channel.Deletes, Channel.ReadsBack, Channel.Replies {

    /// What people see: the text of each copy by its id.
    final Map<String, String> shown = new ConcurrentHashMap<>();

    /// Every copy that it was made to remove, in order.
    final List<String> removed = new CopyOnWriteArrayList<>();

    private final String name;
    private final Clockwork clock;

    /// Nobody hears it.
    volatile boolean down;

    /// It takes posts without saying so.
    volatile boolean silent;

    /// It does not remove anything.
    volatile boolean stubborn;

    Square(String name, Clockwork clock) {
        this.name = name;
        this.clock = clock;
    }

    /// What time it is.
    interface Clockwork {
        Instant now();
    }

    void well() {
        down = false;
        silent = false;
        stubborn = false;
        shown.clear();
        removed.clear();
    }

    @Override
    public Network network() {
        return new Network(name);
    }

    @Override
    public Limits documentedLimits() {
        return new Limits(
                500,
                0,
                0,
                4,
                new ImageRules(1_000_000, 1_000_000, 4_000, Set.of("image/jpeg")),
                100,
                LocalDate.of(2026, 11, 23),
                "test");
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
        return new Preparation.Prepared(dispatch.post().toString());
    }

    @Override
    public Attempt send(Dispatch dispatch, Preparation.Prepared prepared) {
        if (down) {
            return new Attempt.NotSent(unreachable(), clock.now());
        }
        var id = dispatch.step().key();
        shown.put(id, dispatch.parts().getFirst().text());
        return silent
                ? new Attempt.Unknown(Reason.of("timeout"))
                : new Attempt.Accepted(List.of(copy(id, "1")));
    }

    @Override
    public Sighting find(Dispatch dispatch) {
        if (down) {
            return new Sighting.CannotTell(unreachable());
        }
        return shown.containsKey(dispatch.step().key())
                ? new Sighting.There(List.of(copy(dispatch.step().key(), "1")))
                : new Sighting.Absent();
    }

    @Override
    public Attempt delete(Account account, RemotePost post) {
        if (down) {
            return new Attempt.NotSent(unreachable(), clock.now());
        }
        if (stubborn) {
            return new Attempt.Rejected(Reason.of("too-old"));
        }
        shown.remove(post.id());
        removed.add(post.id());
        return new Attempt.Accepted(List.of());
    }

    @Override
    public Sighting readBack(Account account, RemotePost post) {
        if (down) {
            return new Sighting.CannotTell(unreachable());
        }
        var text = shown.get(post.id());
        return text == null
                ? new Sighting.Absent()
                : new Sighting.There(List.of(copy(post.id(), version(text))));
    }

    String version(String text) {
        return "1";
    }

    RemotePost copy(String id, String version) {
        return new RemotePost(id, version, URI.create("https://social.example/" + name + "/" + id));
    }

    static Reason unreachable() {
        return Reason.of("refused-temporarily");
    }

    /// One that no longer removes but lets change.
    static final class Board extends Square implements Channel.Replaces {

        static final String NOTICE = "avis";

        Board(String name, Clockwork clock) {
            super(name, clock);
        }

        @Override
        public Attempt replace(Account account, RemotePost post, String notice) {
            shown.put(post.id(), NOTICE);
            return new Attempt.Accepted(List.of(copy(post.id(), "2")));
        }

        @Override
        String version(String text) {
            return text.equals(NOTICE) ? "2" : "1";
        }
    }

    /// One that takes nothing back, as the post does.
    record Letter(Square way) implements Channel {

        @Override
        public Network network() {
            return way.network();
        }

        @Override
        public Limits documentedLimits() {
            return way.documentedLimits();
        }

        @Override
        public Measure measure(Limits limits) {
            return way.measure(limits);
        }

        @Override
        public List<Step> plan(Post post, Instant now) {
            return way.plan(post, now);
        }

        @Override
        public Preparation prepare(Dispatch dispatch) {
            return way.prepare(dispatch);
        }

        @Override
        public Attempt send(Dispatch dispatch, Preparation.Prepared prepared) {
            return way.send(dispatch, prepared);
        }

        @Override
        public Sighting find(Dispatch dispatch) {
            return way.find(dispatch);
        }
    }
}
