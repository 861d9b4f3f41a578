package fr.tocsin.channels.bluesky;

import static fr.tocsin.channels.bluesky.PostUri.COLLECTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import fr.tocsin.channels.DrawnPictures;
import fr.tocsin.channels.bluesky.FaultyProxy.Fault;
import fr.tocsin.delivering.Attempt;
import fr.tocsin.delivering.Dispatch;
import fr.tocsin.delivering.Kind;
import fr.tocsin.delivering.Post;
import fr.tocsin.delivering.Preparation;
import fr.tocsin.delivering.RemotePost;
import fr.tocsin.delivering.Sighting;
import fr.tocsin.media.MediaId;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What only Bluesky has, on the real server.
class BlueskyTest {

    static final String PUT = "com.atproto.repo.putRecord";
    static final String APPLY = "com.atproto.repo.applyWrites";

    Desk desk;

    @BeforeEach
    void connect() throws IOException {
        desk = new Desk();
    }

    @AfterEach
    void hangUp() throws IOException {
        desk.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Feu à Ligugé : https://vienne.gouv.fr/feux?a=1&b=2. #Vienne #été2026",
                "👨‍👩‍👧‍👦 famille évacuée 👩🏽‍🚒 #forêt, voir préfecture.fr/évacuation (https://example.org/a_(b))",
                "𝔄𝔅 e\u0301te\u0301 🇫🇷 #pompiers🔥 https://example.org/é"
            })
    void marksLinksAndTagsWhereTheyAreInBytes(String text) {
        publish(post(part(text)));

        var value = desk.posts().getFirst().path("value");
        var bytes = value.path("text").stringValue().getBytes(StandardCharsets.UTF_8);
        assertThat(value.path("facets")).isNotEmpty();
        for (var facet : value.path("facets")) {
            var start = facet.at("/index/byteStart").intValue();
            var slice =
                    new String(
                            bytes,
                            start,
                            facet.at("/index/byteEnd").intValue() - start,
                            StandardCharsets.UTF_8);
            var feature = facet.path("features").get(0);
            if (feature.has("tag")) {
                assertThat("#" + feature.path("tag").stringValue()).isEqualTo(slice);
            } else {
                assertThat(feature.path("uri").stringValue())
                        .endsWith(slice)
                        .startsWith("https://");
            }
        }
    }

    @Test
    void mentionsOnlyWhoExists() {
        var other = desk.network.newResident();
        publish(post(part("Merci à @%s et à @personne.test !".formatted(other.handle()))));

        assertThat(desk.posts().getFirst().at("/value/facets"))
                .singleElement()
                .satisfies(facet ->
                        assertThat(facet.at("/features/0/did").stringValue())
                                .isEqualTo(other.did()));
    }

    @Test
    void countsAFamilyAsOneCharacter() {
        var family = "👨‍👩‍👧‍👦";
        publish(post(part(family.repeat(100) + "a".repeat(200))));
        assertThat(desk.posts()).hasSize(1);

        assertThat(prepare(post(part(family.repeat(121)))))
                .isInstanceOf(Preparation.Rejected.class);
    }

    @Test
    void namesAThreadsPostsAsTheServerDoes() {
        var posts =
                publish(
                        post(
                                part("Un 🔥 #feu 1/3 https://example.org", "Carte"),
                                part("Deux 2/3"),
                                part("Trois 3/3")));
        var seen = desk.posts();

        assertThat(desk.proxy.calls(APPLY)).isEqualTo(1);
        assertThat(seen)
                .extracting(post -> post.path("cid").stringValue())
                .isEqualTo(posts.stream().map(RemotePost::version).toList())
                .isEqualTo(seen.stream().map(post -> Cid.of(post.path("value"))).toList());
        assertThat(seen.getLast().at("/value/reply/root/cid"))
                .isEqualTo(seen.getFirst().path("cid"));
        assertThat(seen.getLast().at("/value/reply/parent/cid")).isEqualTo(seen.get(1).path("cid"));
        assertThat(seen)
                .extracting(post -> post.at("/value/createdAt").stringValue())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void embedsPicturesUnchangedWithTheirWordsAndShape() {
        var media = MediaId.random();
        publish(post(new Post.Part("Carte", List.of(new Post.Image(media, "La zone évacuée")))));

        var image = desk.posts().getFirst().at("/value/embed/images/0");
        assertThat(image.path("alt").stringValue()).isEqualTo("La zone évacuée");
        assertThat(image.path("aspectRatio").path("width").intValue()).isEqualTo(64);
        assertThat(image.path("aspectRatio").path("height").intValue()).isEqualTo(48);
        assertThat(blob(image.at("/image/ref/$link").stringValue()))
                .isEqualTo(DrawnPictures.rendition(media, Bluesky.DOCUMENTED.image()).bytes());
    }

    @Test
    void refusesAPictureWithoutWords() {
        assertThat(prepare(post(part("Carte", " "))))
                .asInstanceOf(type(Preparation.Rejected.class))
                .satisfies(no -> assertThat(no.reason().code()).isEqualTo("alt-missing"));
    }

    @Test
    void showsACardForALinkUnlessThereArePictures() {
        publish(linked("Incendie de Ligugé", part("Tout savoir : https://example.org/feu")));
        publish(linked(null, part("Tout savoir : https://example.org/feu")));
        publish(linked(null, part("Tout savoir : https://example.org/feu", "Carte")));
        publish(linked(null, part("Un 1/2"), part("https://example.org/feu 2/2")));

        assertThat(desk.posts())
                .extracting(post -> post.at("/value/embed/external/title").asString(""))
                .containsExactly("Incendie de Ligugé", "example.org", "", "example.org", "");
    }

    @Test
    void hidesPicturesBehindAWarning() {
        publish(
                new Post(
                        Kind.ALERT,
                        "fr",
                        null,
                        "Blessés",
                        null,
                        List.of(part("Accident", "Voitures")),
                        Post.Visibility.PUBLIC));
        assertThat(desk.posts().getFirst().at("/value/labels/values/0/val").stringValue())
                .isEqualTo("graphic-media");
    }

    static Stream<Fault> harmAfterwards() {
        return Stream.of(
                new Fault.CutAfter(),
                new Fault.CutWithin(),
                new Fault.Withheld(),
                Fault.errorAfterwards(502, "UpstreamFailure"));
    }

    @ParameterizedTest
    @MethodSource("harmAfterwards")
    void findsAThreadThatBecamePublicUnseen(Fault fault) {
        var dispatch = dispatch(post(part("Un 1/2"), part("Deux 2/2")));
        var prepared = prepared(dispatch);
        desk.proxy.next(APPLY, fault);

        assertThat(desk.bluesky.send(dispatch, prepared)).isInstanceOf(Attempt.Unknown.class);
        assertThat(desk.bluesky.find(dispatch))
                .asInstanceOf(type(Sighting.There.class))
                .satisfies(there ->
                        assertThat(there.posts())
                                .extracting(RemotePost::id)
                                .isEqualTo(
                                        desk.posts().stream()
                                                .map(post -> post.path("uri").stringValue())
                                                .toList()));
    }

    @Test
    void sendsAThreadAgainWithoutASecondCopy() {
        var dispatch = dispatch(post(part("Un 1/2"), part("Deux 2/2")));
        var prepared = prepared(dispatch);
        desk.proxy.next(APPLY, Fault.error(503, "ServiceUnavailable"));

        assertThat(desk.bluesky.send(dispatch, prepared)).isInstanceOf(Attempt.Unknown.class);
        assertThat(desk.bluesky.find(dispatch)).isInstanceOf(Sighting.Absent.class);
        assertThat(desk.bluesky.send(dispatch, prepared)).isInstanceOf(Attempt.Accepted.class);
        assertThat(desk.bluesky.send(dispatch, prepared)).isInstanceOf(Attempt.Unknown.class);
        assertThat(desk.bluesky.find(dispatch)).isInstanceOf(Sighting.There.class);
        assertThat(desk.posts()).hasSize(2);
    }

    @Test
    void doesNotTakeARepeatedSinglePostForAChange() {
        var dispatch = dispatch(post(part("Une fois")));
        var once = (Attempt.Accepted) desk.bluesky.send(dispatch, prepared(dispatch));
        desk.clock.pass(Duration.ofHours(1));
        var again = (Attempt.Accepted) desk.bluesky.send(dispatch, prepared(dispatch));
        assertThat(again).isEqualTo(once);
    }

    @Test
    void tellsWhenSomebodyRemovedAPartOfAThread() {
        var dispatch = dispatch(post(part("Un 1/2"), part("Deux 2/2")));
        var sent = (Attempt.Accepted) desk.bluesky.send(dispatch, prepared(dispatch));
        assertThat(desk.bluesky.delete(desk.account, sent.posts().getLast()))
                .isInstanceOf(Attempt.Accepted.class);

        assertThat(desk.bluesky.find(dispatch))
                .asInstanceOf(type(Sighting.CannotTell.class))
                .satisfies(
                        unclear -> assertThat(unclear.reason().code()).isEqualTo("partly-there"));
    }

    @Test
    void cannotTellWhenTheServerIsInTrouble() {
        var dispatch = dispatch(post(part("Là ?")));
        desk.proxy.next("com.atproto.repo.getRecord", Fault.error(500, "InternalServerError"));
        assertThat(desk.bluesky.find(dispatch)).isInstanceOf(Sighting.CannotTell.class);
    }

    @Test
    void doesNotBelieveAServerThatTheAccountHasLeft() {
        var dispatch = dispatch(post(part("Là ?")));
        desk.proxy.next("com.atproto.sync.getLatestCommit", Fault.error(400, "RepoNotFound"));
        assertThat(desk.bluesky.find(dispatch)).isInstanceOf(Sighting.CannotTell.class);
    }

    @Test
    void readsBackWhatWasChangedOnTheNetwork() {
        var copy = publish(post(part("Avant"))).getFirst();
        var record = desk.posts().getFirst().path("value").deepCopy();
        ((ObjectNode) record).put("text", "Après");
        desk.network.post(
                PUT,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("repo", desk.resident.did())
                        .put("collection", COLLECTION)
                        .put("rkey", PostUri.parse(copy.id()).key())
                        .set("record", record),
                desk.network.session(desk.resident).path("accessJwt").stringValue());

        assertThat(desk.bluesky.readBack(desk.account, copy))
                .asInstanceOf(type(Sighting.There.class))
                .satisfies(there -> {
                    assertThat(there.posts().getFirst().id()).isEqualTo(copy.id());
                    assertThat(there.posts().getFirst().version()).isNotEqualTo(copy.version());
                });
    }

    @Test
    void uploadsAgainWhatTheServerHasDropped() {
        var dispatch = dispatch(post(part("Carte", "Carte")));
        var prepared = prepared(dispatch);
        desk.proxy.next(PUT, Fault.error(400, "BlobNotFound"));
        assertThat(desk.bluesky.send(dispatch, prepared)).isInstanceOf(Attempt.NotSent.class);
    }

    @Test
    void waitsWithAPictureThatTheServerCannotTakeNow() {
        desk.proxy.next("com.atproto.repo.uploadBlob", Fault.error(502, "UpstreamFailure"));
        assertThat(prepare(post(part("Carte", "Carte")))).isInstanceOf(Preparation.NotYet.class);
    }

    private List<RemotePost> publish(Post post) {
        var dispatch = dispatch(post);
        var attempt = desk.bluesky.send(dispatch, prepared(dispatch));
        assertThat(attempt).isInstanceOf(Attempt.Accepted.class);
        return ((Attempt.Accepted) attempt).posts();
    }

    private Preparation prepare(Post post) {
        return desk.bluesky.prepare(dispatch(post));
    }

    private Preparation.Prepared prepared(Dispatch dispatch) {
        return (Preparation.Prepared) desk.bluesky.prepare(dispatch);
    }

    private Dispatch dispatch(Post post) {
        return desk.dispatch(post);
    }

    private byte[] blob(String cid) {
        return desk.network.bytes(
                "com.atproto.sync.getBlob?did=%s&cid=%s".formatted(desk.resident.did(), cid));
    }

    private static Post post(Post.Part... parts) {
        return new Post(Kind.ALERT, "fr", null, null, null, List.of(parts), Post.Visibility.PUBLIC);
    }

    private static Post linked(@Nullable String title, Post.Part... parts) {
        return new Post(
                Kind.PREVENTION,
                "fr",
                title,
                null,
                URI.create("https://example.org/feu"),
                List.of(parts),
                Post.Visibility.PUBLIC);
    }

    private static Post.Part part(String text, String... alts) {
        return new Post.Part(
                text, Stream.of(alts).map(alt -> new Post.Image(MediaId.random(), alt)).toList());
    }
}
