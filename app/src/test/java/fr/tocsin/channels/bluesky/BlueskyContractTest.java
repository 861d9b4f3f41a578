package fr.tocsin.channels.bluesky;

import fr.tocsin.channels.ChannelContract;
import fr.tocsin.channels.SecretsInMemory;
import fr.tocsin.delivering.Account;
import fr.tocsin.delivering.Channel;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

class BlueskyContractTest extends ChannelContract {

    Desk desk;

    @BeforeEach
    void connect() throws IOException {
        desk = new Desk();
    }

    @AfterEach
    void hangUp() throws IOException {
        desk.close();
    }

    @Override
    protected Channel channel() {
        return desk.bluesky;
    }

    @Override
    protected Account account() {
        return desk.account;
    }

    @Override
    protected SecretsInMemory secrets() {
        return desk.secrets;
    }

    @Override
    protected Clock clock() {
        return desk.clock;
    }

    @Override
    protected List<Copy> published() {
        return desk.posts().stream().map(BlueskyContractTest::copy).toList();
    }

    /// Threads go by another method than single posts: whichever comes next is hit.
    @Override
    protected void next(Fault fault) {
        var harm =
                switch (fault) {
                    case CUT_AFTER_PUBLISHING -> new FaultyProxy.Fault.CutAfter();
                    case CUT_BEFORE_READING -> new FaultyProxy.Fault.CutBefore();
                    case RATE_LIMITED -> FaultyProxy.Fault.limited(limitedUntil());
                    case TOKEN_EXPIRED -> FaultyProxy.Fault.error(400, "ExpiredToken");
                };
        desk.proxy.next("com.atproto.repo.putRecord", harm);
        desk.proxy.next("com.atproto.repo.applyWrites", harm);
    }

    @Override
    protected Instant limitedUntil() {
        return desk.clock.instant().plus(Duration.ofMinutes(7));
    }

    private static Copy copy(JsonNode post) {
        var value = post.path("value");
        return new Copy(
                post.path("uri").stringValue(),
                value.path("text").stringValue(),
                value.path("embed")
                        .path("images")
                        .valueStream()
                        .map(image -> image.path("alt").stringValue())
                        .toList(),
                value.path("reply").path("parent").path("uri").asString(""));
    }
}
