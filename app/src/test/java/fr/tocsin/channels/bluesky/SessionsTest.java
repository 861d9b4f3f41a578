package fr.tocsin.channels.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import fr.tocsin.channels.bluesky.FaultyProxy.Fault;
import fr.tocsin.delivering.Attempt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tokens wear out, on the real server.
class SessionsTest {

    static final String PUT = "com.atproto.repo.putRecord";
    static final String SIGN_IN = "com.atproto.server.createSession";
    static final String REFRESH = "com.atproto.server.refreshSession";

    Desk desk;

    @BeforeEach
    void connect() throws IOException {
        desk = new Desk();
    }

    @AfterEach
    void hangUp() throws IOException {
        desk.close();
    }

    @Test
    void renewsAWornTokenWithoutSigningInAgain() {
        desk.proxy.next(PUT, Fault.error(400, "ExpiredToken"));

        assertThat(desk.publish("Encore là")).isInstanceOf(Attempt.Accepted.class);
        assertThat(desk.proxy.seen()).containsExactly(PUT, REFRESH, PUT);
        assertThat(desk.posts()).hasSize(1);
    }

    @Test
    void renewsATokenThatTheServerDoesNotKnow() {
        keep(Session.ACCESS, "no-token-at-all");

        assertThat(desk.publish("Encore là")).isInstanceOf(Attempt.Accepted.class);
        assertThat(desk.proxy.seen()).containsExactly(PUT, REFRESH, PUT);
    }

    @Test
    void signsInWhenTheRefreshTokenHasDied() {
        keep(Session.ACCESS, "worn");
        keep(Session.REFRESH, "dead");

        assertThat(desk.publish("Encore là")).isInstanceOf(Attempt.Accepted.class);
        assertThat(desk.proxy.seen()).containsExactly(PUT, REFRESH, SIGN_IN, PUT);
    }

    @Test
    void asksAPersonWhenTheAppPasswordNoLongerCounts() {
        keep(Session.ACCESS, "worn");
        keep(Session.REFRESH, "dead");
        keep(Sessions.PASSWORD, "revoked-by-its-owner");

        assertThat(desk.publish("Encore là")).isInstanceOf(Attempt.NotSent.class);
        assertThat(desk.secrets.toReconnect()).containsExactly(desk.account.id());
        assertThat(desk.posts()).isEmpty();
    }

    @Test
    void waitsWhenTheServerCannotRenewNow() {
        keep(Session.ACCESS, "worn");
        desk.proxy.next(REFRESH, Fault.error(503, "ServiceUnavailable"));

        assertThat(desk.publish("Encore là")).isInstanceOf(Attempt.NotSent.class);
        assertThat(desk.secrets.toReconnect()).isEmpty();
        assertThat(desk.proxy.calls(SIGN_IN)).isZero();
    }

    @Test
    void waitsWhenTheAnswerToARenewalIsLost() {
        keep(Session.ACCESS, "worn");
        desk.proxy.next(REFRESH, new Fault.CutAfter());

        assertThat(desk.publish("Une fois")).isInstanceOf(Attempt.NotSent.class);
        assertThat(desk.publish("Deux fois")).isInstanceOf(Attempt.Accepted.class);
        assertThat(desk.proxy.calls(SIGN_IN)).isZero();
    }

    @Test
    void renewsOnceForAllWhoNeedIt() throws InterruptedException, ExecutionException {
        keep(Session.ACCESS, "worn");
        var writers = new ArrayList<Callable<Attempt>>();
        for (var i = 0; i < 8; i++) {
            var text = "Message " + i;
            writers.add(() -> desk.publish(text));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var attempt : threads.invokeAll(writers)) {
                assertThat(attempt.get()).isInstanceOf(Attempt.Accepted.class);
            }
        }
        assertThat(desk.proxy.calls(REFRESH)).isEqualTo(1);
        assertThat(desk.posts()).hasSize(8);
    }

    @Test
    void asksAPersonWhenTheAccountIsShut() {
        desk.proxy.next(PUT, Fault.error(401, "AccountTakedown"));

        assertThat(desk.publish("Encore là"))
                .asInstanceOf(type(Attempt.NotSent.class))
                .satisfies(later -> assertThat(later.reason().code()).isEqualTo("account-shut"));
        assertThat(desk.secrets.toReconnect()).containsExactly(desk.account.id());
    }

    private void keep(String name, String value) {
        var secrets = new HashMap<>(desk.secrets.read(desk.account.id()));
        secrets.put(name, value);
        desk.secrets.put(desk.account.id(), Map.copyOf(secrets));
    }
}
