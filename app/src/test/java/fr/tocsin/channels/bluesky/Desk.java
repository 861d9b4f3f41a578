package fr.tocsin.channels.bluesky;

import fr.tocsin.channels.DrawnPictures;
import fr.tocsin.channels.MovableClock;
import fr.tocsin.channels.SecretsInMemory;
import fr.tocsin.delivering.Account;
import fr.tocsin.delivering.AccountId;
import fr.tocsin.delivering.Attempt;
import fr.tocsin.delivering.DeliveryId;
import fr.tocsin.delivering.Dispatch;
import fr.tocsin.delivering.Kind;
import fr.tocsin.delivering.Post;
import fr.tocsin.delivering.Preparation;
import fr.tocsin.transport.Transport;
import fr.tocsin.units.UnitId;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// One connected account on the real server, with something in between that can do harm.
final class Desk implements AutoCloseable {

    /// Long enough for a real server, short enough to wait for in vain.
    static final Duration PATIENCE = Duration.ofSeconds(5);

    final MovableClock clock = new MovableClock(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    final SecretsInMemory secrets = new SecretsInMemory();
    final BlueskyNetwork network = BlueskyNetwork.running();
    final BlueskyNetwork.Resident resident = network.newResident();
    final FaultyProxy proxy = new FaultyProxy(network.url());
    final Transport transport = new Transport("127.0.0.1, localhost", "Tocsin/test");
    final Bluesky bluesky = new Bluesky(transport, secrets, DrawnPictures::find, clock, PATIENCE);
    final Account account = account(proxy.url());

    Desk() throws IOException {
        var session = Session.of(network.session(resident)).orElseThrow();
        secrets.put(
                account.id(), session.renewing(Map.of(Sessions.PASSWORD, resident.appPassword())));
    }

    private Account account(URI server) {
        return new Account(
                AccountId.random(),
                UnitId.random(),
                Bluesky.NETWORK,
                "@" + resident.handle(),
                "Alice",
                server,
                resident.did(),
                Bluesky.DOCUMENTED,
                Account.State.CONNECTED);
    }

    /// The only step of a post.
    Dispatch dispatch(Post post) {
        return new Dispatch(
                DeliveryId.random(),
                UUID.randomUUID(),
                account,
                post,
                bluesky.plan(post, clock.instant()).getFirst(),
                List.of(),
                clock.instant());
    }

    Attempt publish(String text) {
        var dispatch =
                dispatch(
                        new Post(
                                Kind.ALERT,
                                "fr",
                                null,
                                null,
                                null,
                                List.of(new Post.Part(text, List.of())),
                                Post.Visibility.PUBLIC));
        return bluesky.send(dispatch, (Preparation.Prepared) bluesky.prepare(dispatch));
    }

    /// The posts of the account as a stranger reads them, the oldest first.
    List<JsonNode> posts() {
        return network.get(
                        "com.atproto.repo.listRecords?collection=app.bsky.feed.post&reverse=true&repo="
                                + resident.did())
                .path("records")
                .valueStream()
                .toList();
    }

    @Override
    public void close() throws IOException {
        transport.close();
        proxy.close();
    }
}
