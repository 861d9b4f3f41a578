package fr.tocsin.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import fr.tocsin.delivering.Account;
import fr.tocsin.delivering.Attempt;
import fr.tocsin.delivering.Channel;
import fr.tocsin.delivering.DeliveryId;
import fr.tocsin.delivering.Dispatch;
import fr.tocsin.delivering.Kind;
import fr.tocsin.delivering.Post;
import fr.tocsin.delivering.Preparation;
import fr.tocsin.delivering.Reason;
import fr.tocsin.delivering.RemotePost;
import fr.tocsin.delivering.Sighting;
import fr.tocsin.delivering.Step;
import fr.tocsin.media.MediaId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every channel promises, tried against a server that can be told to misbehave. One subclass
/// for each network.
public abstract class ChannelContract {

    /// What stands on the network, as a stranger would see it.
    ///
    /// @param alts alternative texts of its pictures, in order
    /// @param repliesTo id of the post that it replies to, or empty
    public record Copy(String id, String text, List<String> alts, String repliesTo) {}

    /// What the network does to the next attempt to publish.
    public enum Fault {
        /// It publishes, and the connection breaks before the answer.
        CUT_AFTER_PUBLISHING,
        /// The connection breaks before anything is looked at.
        CUT_BEFORE_READING,
        /// It refuses because too much was asked, until [#limitedUntil()].
        RATE_LIMITED,
        /// It takes the token for worn out.
        TOKEN_EXPIRED
    }

    protected abstract Channel channel();

    /// Connected; its secrets are in [#secrets()].
    protected abstract Account account();

    protected abstract SecretsInMemory secrets();

    protected abstract Clock clock();

    /// All copies of the account, the oldest first.
    protected abstract List<Copy> published();

    protected abstract void next(Fault fault);

    protected abstract Instant limitedUntil();

    @Test
    void publishesATextWithAPictureAndReadsItBack() {
        var post = post(part("Feu de forêt à Ligugé. #Vienne", "Fumée au-dessus des pins"));
        var copy = accepted(deliver(post).getFirst());

        assertThat(published())
                .singleElement()
                .satisfies(seen -> {
                    assertThat(seen.id()).isEqualTo(copy.id());
                    assertThat(seen.text()).isEqualTo("Feu de forêt à Ligugé. #Vienne");
                    assertThat(seen.alts()).containsExactly("Fumée au-dessus des pins");
                });
        assertThat(copy.permalink()).isNotNull();
        assertThat(there(readBack(copy)).id()).isEqualTo(copy.id());
    }

    @Test
    void publishesAThreadInItsOrder() {
        var copies =
                deliver(post(part("Un 1/3"), part("Deux 2/3", "Carte"), part("Trois 3/3"))).stream()
                        .map(attempt -> (Attempt.Accepted) attempt)
                        .flatMap(accepted -> accepted.posts().stream())
                        .toList();

        assertThat(published())
                .extracting(Copy::text)
                .containsExactly("Un 1/3", "Deux 2/3", "Trois 3/3");
        assertThat(published())
                .extracting(Copy::id)
                .isEqualTo(copies.stream().map(RemotePost::id).toList());
        assertThat(published())
                .extracting(Copy::repliesTo)
                .containsExactly("", copies.get(0).id(), copies.get(1).id());
        assertThat(published().get(1).alts()).containsExactly("Carte");
    }

    @Test
    void rejectsWhatTheNetworkDoesNotTake() {
        var tooLong = "a".repeat(account().limits().characters() + 1);
        assertThat(deliver(post(part(tooLong))))
                .singleElement()
                .isInstanceOf(Attempt.Rejected.class);
        assertThat(published()).isEmpty();
    }

    @Test
    void waitsAsLongAsTheNetworkSays() {
        next(Fault.RATE_LIMITED);
        assertThat(deliver(post(part("Plus tard"))).getFirst())
                .asInstanceOf(type(Attempt.NotSent.class))
                .satisfies(later ->
                        assertThat(Duration.between(limitedUntil(), later.notBefore()).abs())
                                .isLessThanOrEqualTo(Duration.ofSeconds(1)));
        assertThat(published()).isEmpty();
    }

    @Test
    void findsWhatBecamePublicBeforeTheConnectionBroke() {
        var first =
                first(
                        post(
                                part(
                                        "L’incendie est éteint. Détails : https://example.org/a?b=c&d",
                                        "Photo")));
        var prepared = prepared(first);
        next(Fault.CUT_AFTER_PUBLISHING);

        assertThat(channel().send(first, prepared)).isInstanceOf(Attempt.Unknown.class);
        var found = there(channel().find(first));

        assertThat(published()).extracting(Copy::id).containsExactly(found.id());
        assertThat(found.permalink()).isNotNull();
    }

    /// Whether its parts are published one by one or all at once.
    @Test
    void findsTheEndOfAThreadThatBecamePublicBeforeTheConnectionBroke() {
        var post = post(part("Début 1/2"), part("Suite 2/2"));
        var steps = channel().plan(post, clock().instant());
        var earlier = new ArrayList<RemotePost>();
        for (var step : steps.subList(0, steps.size() - 1)) {
            var dispatch = dispatch(post, step, List.copyOf(earlier));
            earlier.add(accepted(channel().send(dispatch, prepared(dispatch))));
        }
        var last = dispatch(post, steps.getLast(), earlier);
        var prepared = prepared(last);
        next(Fault.CUT_AFTER_PUBLISHING);

        assertThat(channel().send(last, prepared)).isInstanceOf(Attempt.Unknown.class);

        assertThat(channel().find(last))
                .asInstanceOf(type(Sighting.There.class))
                .satisfies(there ->
                        assertThat(there.posts().getLast().id())
                                .isEqualTo(published().getLast().id()));
        assertThat(published()).hasSize(2);
    }

    @Test
    void findsNothingWhenTheConnectionBrokeBefore() {
        deliver(post(part("Un autre message")));
        var first = first(post(part("Rien encore")));
        var prepared = prepared(first);
        next(Fault.CUT_BEFORE_READING);

        if (channel().send(first, prepared) instanceof Attempt.Unknown) {
            assertThat(channel().find(first)).isInstanceOf(Sighting.Absent.class);
        }
        assertThat(published()).hasSize(1);

        accepted(channel().send(first, prepared));
        assertThat(published()).extracting(Copy::text).endsWith("Rien encore").hasSize(2);
    }

    @Test
    void refreshesAWornTokenOrAsksAPersonToReconnect() {
        var first = first(post(part("Encore là ?")));
        var prepared = prepared(first);
        next(Fault.TOKEN_EXPIRED);

        switch (channel().send(first, prepared)) {
            case Attempt.Accepted accepted -> assertThat(secrets().refreshes()).isPositive();
            case Attempt.Rejected rejected ->
                    assertThat(secrets().toReconnect()).contains(account().id());
            case Attempt.NotSent other -> throw new AssertionError(other);
            case Attempt.Unknown other -> throw new AssertionError(other);
        }
    }

    @Test
    void publishesOnceHoweverOftenTheSameStepIsSent() {
        var first = first(post(part("Une seule fois")));
        var prepared = prepared(first);
        var once = accepted(channel().send(first, prepared));
        var again = accepted(channel().send(first, prepared));

        assertThat(again.id()).isEqualTo(once.id());
        assertThat(published()).hasSize(1);
    }

    @Test
    void publishesTheSameWordsTwiceWhenTheyAreTwoDeliveries() {
        deliver(post(part("Point de situation à 18 h")));
        deliver(post(part("Point de situation à 18 h")));
        assertThat(published()).hasSize(2);
    }

    @Test
    void answersTheLastPostOfItsThread() {
        assumeThat(channel()).isInstanceOf(Channel.Replies.class);
        var thread = delivered(post(part("Un 1/2"), part("Deux 2/2")));
        var answer = post(part("Rectificatif : trois."), part("Et quatre."));

        var earlier = new ArrayList<>(thread);
        for (var step : channel().plan(answer, clock().instant())) {
            var dispatch = dispatch(answer, step, List.copyOf(earlier));
            var prepared = prepared(dispatch);
            var once = (Attempt.Accepted) channel().send(dispatch, prepared);
            channel().send(dispatch, prepared);
            assertThat(there(channel().find(dispatch)).id())
                    .isEqualTo(once.posts().getFirst().id());
            earlier.addAll(once.posts());
        }

        assertThat(published())
                .extracting(Copy::text)
                .containsExactly("Un 1/2", "Deux 2/2", "Rectificatif : trois.", "Et quatre.");
        assertThat(published())
                .extracting(Copy::repliesTo)
                .containsExactly("", earlier.get(0).id(), earlier.get(1).id(), earlier.get(2).id());
    }

    @Test
    void answersNothingThatIsGone() {
        assumeThat(channel()).isInstanceOf(Channel.Replies.class);
        assumeThat(channel()).isInstanceOf(Channel.Deletes.class);
        var thread = delivered(post(part("Parti")));
        ((Channel.Deletes) channel()).delete(account(), thread.getFirst());
        var answer = post(part("Rectificatif"));

        var step = channel().plan(answer, clock().instant()).getFirst();
        var dispatch = dispatch(answer, step, thread);

        var why =
                switch (channel().prepare(dispatch)) {
                    case Preparation.Rejected(var reason) -> reason;
                    case Preparation.NotYet other -> throw new AssertionError(other);
                    case Preparation.Prepared prepared ->
                            ((Attempt.Rejected) channel().send(dispatch, prepared)).reason();
                };
        assertThat(why.code()).isIn("gone", "not-found");
        assertThat(published()).isEmpty();
    }

    @Test
    void deletesAndTakesWhatIsGoneForDeleted() {
        assumeThat(channel()).isInstanceOf(Channel.Deletes.class);
        var copy = accepted(deliver(post(part("À retirer", "Photo"))).getFirst());
        var deletes = (Channel.Deletes) channel();

        assertThat(deletes.delete(account(), copy)).isInstanceOf(Attempt.Accepted.class);
        assertThat(published()).isEmpty();
        assertThat(readBack(copy)).isInstanceOf(Sighting.Absent.class);
        assertThat(deletes.delete(account(), copy)).isInstanceOf(Attempt.Accepted.class);
    }

    @Test
    void knowsItsLimits() {
        var limits =
                channel() instanceof Channel.AnnouncesLimits announces
                        ? announces.announcedLimits(account())
                        : channel().documentedLimits();
        assertThat(limits.characters()).isPositive();
        assertThat(limits.images()).isPositive();
        assertThat(limits.image().types()).isNotEmpty();
    }

    @Test
    void countsAsItsNetworkCounts() {
        var limits = account().limits();
        var fits = channel().measure(limits).count("a".repeat(limits.characters()));
        assertThat(fits.fits()).isTrue();
        assertThat(fits.left()).isZero();
    }

    @Test
    void showsNoSecretInItsReasons() {
        var seen = new ArrayList<Attempt>();
        for (var fault : Fault.values()) {
            var step = first(post(part("Sans secret " + fault)));
            var prepared = prepared(step);
            next(fault);
            seen.add(channel().send(step, prepared));
        }
        var texts =
                seen.stream()
                        .flatMap(attempt -> reason(attempt).stream())
                        .map(reason -> reason.code() + " " + reason.detail())
                        .toList();
        assertThat(texts).isNotEmpty();
        for (var secret : secrets().everSeen()) {
            assertThat(texts).noneMatch(text -> text.contains(secret));
        }
    }

    /// Prepares and sends every step of a post until one is not accepted; what was refused while it
    /// was prepared counts as refused.
    public final List<Attempt> deliver(Post post) {
        var attempts = new ArrayList<Attempt>();
        var earlier = new ArrayList<RemotePost>();
        for (var step : channel().plan(post, clock().instant())) {
            var dispatch = dispatch(post, step, List.copyOf(earlier));
            attempts.add(
                    switch (channel().prepare(dispatch)) {
                        case Preparation.Prepared prepared -> channel().send(dispatch, prepared);
                        case Preparation.Rejected(var why) -> new Attempt.Rejected(why);
                        case Preparation.NotYet(var why, var at) -> new Attempt.NotSent(why, at);
                    });
            if (!(attempts.getLast() instanceof Attempt.Accepted accepted)) {
                break;
            }
            earlier.addAll(accepted.posts());
        }
        return attempts;
    }

    private List<RemotePost> delivered(Post post) {
        return deliver(post).stream()
                .flatMap(attempt -> ((Attempt.Accepted) attempt).posts().stream())
                .toList();
    }

    public final Dispatch first(Post post) {
        return dispatch(post, channel().plan(post, clock().instant()).getFirst(), List.of());
    }

    public final Dispatch dispatch(Post post, Step step, List<RemotePost> earlier) {
        return new Dispatch(
                DeliveryId.random(),
                UUID.randomUUID(),
                account(),
                post,
                step,
                earlier,
                clock().instant());
    }

    public final Preparation.Prepared prepared(Dispatch dispatch) {
        return (Preparation.Prepared) channel().prepare(dispatch);
    }

    public static Post post(Post.Part... parts) {
        return post(null, parts);
    }

    public static Post post(@Nullable String warning, Post.Part... parts) {
        return new Post(
                Kind.ALERT, "fr", null, warning, null, List.of(parts), Post.Visibility.PUBLIC);
    }

    /// One part with a picture for each alternative text.
    public static Post.Part part(String text, String... alts) {
        return new Post.Part(
                text, Stream.of(alts).map(alt -> new Post.Image(MediaId.random(), alt)).toList());
    }

    public static RemotePost accepted(Attempt attempt) {
        assertThat(attempt).isInstanceOf(Attempt.Accepted.class);
        return ((Attempt.Accepted) attempt).posts().getFirst();
    }

    public static RemotePost there(Sighting sighting) {
        assertThat(sighting).isInstanceOf(Sighting.There.class);
        return ((Sighting.There) sighting).posts().getFirst();
    }

    private Sighting readBack(RemotePost copy) {
        assumeThat(channel()).isInstanceOf(Channel.ReadsBack.class);
        return ((Channel.ReadsBack) channel()).readBack(account(), copy);
    }

    private static List<Reason> reason(Attempt attempt) {
        return switch (attempt) {
            case Attempt.Accepted accepted -> List.of();
            case Attempt.Rejected(var reason) -> List.of(reason);
            case Attempt.NotSent(var reason, var notBefore) -> List.of(reason);
            case Attempt.Unknown(var reason) -> List.of(reason);
        };
    }
}
