package fr.tocsin.delivering;

import fr.tocsin.media.ImageRules;
import fr.tocsin.wording.Measure;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/// A network in memory that does what the test says: by default it takes everything, once per part
/// and without honouring any key, so that a blind repeat shows as a second copy.
class FakeChannel implements Channel, Channel.Deletes {

    static final Network NETWORK = new Network("fake");

    static final Limits LIMITS =
            new Limits(
                    500,
                    0,
                    23,
                    4,
                    new ImageRules(1_000_000, 1_000_000, 4096, Set.of("image/jpeg")),
                    1500,
                    LocalDate.of(2026, 11, 23),
                    "documentation");

    /// Every text that is public, in the order in which it became so.
    final List<String> shown = Collections.synchronizedList(new ArrayList<>());

    final List<Dispatch> sent = Collections.synchronizedList(new ArrayList<>());
    final List<RemotePost> deleted = Collections.synchronizedList(new ArrayList<>());
    final Deque<Function<Dispatch, Preparation>> preparations = new ArrayDeque<>();
    final Deque<Function<Dispatch, Attempt>> attempts = new ArrayDeque<>();
    final Deque<Function<Dispatch, Sighting>> sightings = new ArrayDeque<>();
    final Deque<Function<RemotePost, Attempt>> deletions = new ArrayDeque<>();

    /// Whether planning fails.
    boolean broken;

    /// Called at the beginning of every call, as a hook for checks.
    Runnable always = () -> {};

    @Override
    public Network network() {
        return NETWORK;
    }

    @Override
    public Limits documentedLimits() {
        return LIMITS;
    }

    @Override
    public Measure measure(Limits limits) {
        return text -> new Measure.Count(text.length(), limits.characters());
    }

    @Override
    public List<Step> plan(Post post, Instant now) {
        if (broken) {
            throw new IllegalStateException("a bug in planning");
        }
        return IntStream.range(0, post.parts().size())
                .mapToObj(part -> new Step(part, 1, UUID.randomUUID().toString()))
                .toList();
    }

    @Override
    public Preparation prepare(Dispatch dispatch) {
        always.run();
        var scripted = preparations.poll();
        return scripted == null
                ? new Preparation.Prepared(text(dispatch))
                : scripted.apply(dispatch);
    }

    @Override
    public Attempt send(Dispatch dispatch, Preparation.Prepared prepared) {
        always.run();
        sent.add(dispatch);
        var scripted = attempts.poll();
        return scripted == null ? accept(dispatch) : scripted.apply(dispatch);
    }

    @Override
    public Sighting find(Dispatch dispatch) {
        always.run();
        var scripted = sightings.poll();
        if (scripted != null) {
            return scripted.apply(dispatch);
        }
        return shown.contains(text(dispatch))
                ? new Sighting.There(List.of(copy(dispatch)))
                : new Sighting.Absent();
    }

    @Override
    public Attempt delete(Account account, RemotePost post) {
        always.run();
        var scripted = deletions.poll();
        if (scripted != null) {
            return scripted.apply(post);
        }
        deleted.add(post);
        return new Attempt.Accepted(List.of());
    }

    /// The network takes it and says so.
    Attempt accept(Dispatch dispatch) {
        shown.add(text(dispatch));
        return new Attempt.Accepted(List.of(copy(dispatch)));
    }

    /// The network takes it, but nobody hears its answer.
    Attempt acceptSilently(Dispatch dispatch) {
        shown.add(text(dispatch));
        return new Attempt.Unknown(Reason.of("cut-after-send"));
    }

    static RemotePost copy(Dispatch dispatch) {
        var id = text(dispatch).replace(' ', '-');
        return new RemotePost(id, null, URI.create("https://fake.example/" + id));
    }

    static String text(Dispatch dispatch) {
        return dispatch.parts().getFirst().text();
    }
}
