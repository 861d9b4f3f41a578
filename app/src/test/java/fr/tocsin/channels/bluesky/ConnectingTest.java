package fr.tocsin.channels.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import fr.tocsin.delivering.Connects.Progress;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Connecting an account, on the real server.
class ConnectingTest {

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
    void connectsToTheServerThatKeepsTheAccount() {
        var connected =
                (Progress.Connected)
                        begin("@" + desk.resident.handle(), desk.resident.appPassword());

        // The proxy stands for the entrance; the account's DID document names the server behind it.
        assertThat(connected.server()).isEqualTo(desk.network.url());
        assertThat(connected.remoteId()).isEqualTo(desk.resident.did());
        assertThat(connected.handle()).isEqualTo("@" + desk.resident.handle());
        assertThat(connected.displayName()).isEqualTo(desk.resident.handle());
        assertThat(connected.limits()).isEqualTo(Bluesky.DOCUMENTED);
        assertThat(connected.secrets())
                .containsOnlyKeys(Session.ACCESS, Session.REFRESH, Sessions.PASSWORD);
    }

    @Test
    void refusesTheMainPassword() {
        assertRefused(
                begin(desk.resident.handle(), desk.resident.password()),
                "password",
                "bluesky-main-password");
    }

    @Test
    void saysWhichPasswordIsWrong() {
        assertRefused(
                begin(desk.resident.handle(), "abcd-efgh-ijkl-mnop"),
                "password",
                "bluesky-credentials");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sdis86", "sdis86@example.org", "-.fr"})
    void asksForAWholeHandle(String handle) {
        assertRefused(begin(handle, "abcd"), "handle", "bluesky-handle");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.org", "https://", "a b", "https://user@example.org"})
    void asksForAServerAddress(String server) {
        assertRefused(begin("alice.test", "abcd", server), "server", "bluesky-server");
    }

    @Test
    void doesNotAskInternalServers() {
        assertRefused(begin("alice.test", "abcd", "http://10.0.0.1"), "server", "unreachable");
    }

    @Test
    void knowsAServerThatIsNone() {
        desk.proxy.next(
                "com.atproto.server.createSession",
                new FaultyProxy.Fault.Instead(false, 404, "", "<html>"));
        assertRefused(
                begin(desk.resident.handle(), desk.resident.appPassword()),
                "server",
                "bluesky-no-server");
    }

    @Test
    void takesAHandleAsItWasCopied() {
        assertThat(Handle.parse("\u2066@Sdis86.bsky.social\u2069 "))
                .contains(new Handle("sdis86.bsky.social"));
    }

    private Progress begin(String handle, String password) {
        return begin(handle, password, desk.proxy.url().toString());
    }

    private Progress begin(String handle, String password, String server) {
        return desk.bluesky.begin(
                Map.of("handle", handle, "password", password, "server", server),
                URI.create("https://example.org/callback"));
    }

    private static void assertRefused(Progress progress, String field, String code) {
        assertThat(progress)
                .asInstanceOf(type(Progress.Refused.class))
                .satisfies(refused -> {
                    assertThat(refused.field()).isEqualTo(field);
                    assertThat(refused.reason().code()).isEqualTo(code);
                });
    }
}
