package fr.tocsin.channels.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import fr.tocsin.channels.DrawnPictures;
import fr.tocsin.channels.MovableClock;
import fr.tocsin.channels.SecretsInMemory;
import fr.tocsin.channels.mastodon.MastodonDouble.Fault;
import fr.tocsin.delivering.Connects.Progress;
import fr.tocsin.transport.Answer.Received;
import fr.tocsin.transport.Request;
import fr.tocsin.transport.Transport;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectingTest {

    static final URI CALLBACK = URI.create("https://tocsin.example/desk/connect/back");

    MastodonDouble network;
    Transport transport;
    Mastodon mastodon;

    @BeforeEach
    void start() throws IOException {
        var clock = new MovableClock(Instant.parse("2026-11-23T12:00:00Z"));
        network = new MastodonDouble(0, clock);
        transport = new Transport("127.0.0.1", "Tocsin/test");
        mastodon =
                new Mastodon(
                        transport, new SecretsInMemory(), DrawnPictures::find, clock, pause -> {});
    }

    @AfterEach
    void stop() throws IOException {
        transport.close();
        network.close();
    }

    @Test
    void connectsAnAccountWithTheConsentOfItsOwner() {
        var gone = begin();
        assertThat(gone.page().toString())
                .startsWith(network.root() + "/oauth/authorize?")
                .contains("code_challenge_method=S256", "state=" + gone.state());

        var back = consent(gone);
        assertThat(back).containsEntry("state", gone.state());

        assertThat(mastodon.finish(gone.kept(), back, CALLBACK))
                .asInstanceOf(type(Progress.Connected.class))
                .satisfies(account -> {
                    assertThat(account.handle())
                            .isEqualTo("@alice@" + network.root().getAuthority());
                    assertThat(account.displayName()).isEqualTo("Alice, police de Poitiers");
                    assertThat(account.server()).isEqualTo(network.root());
                    assertThat(account.remoteId()).isEqualTo(DoubleOAuth.ALICE);
                    assertThat(account.limits().source()).isEqualTo("server");
                    assertThat(account.secrets()).containsKey("token");
                });
    }

    @Test
    void isNotFooledByACodeThatBelongsToSomeoneElse() {
        var first = begin();
        var second = begin();
        assertThat(mastodon.finish(second.kept(), consent(first), CALLBACK))
                .asInstanceOf(type(Progress.Refused.class))
                .extracting(refused -> refused.reason().code())
                .isEqualTo("no-token");
    }

    @Test
    void takesNoCodeWithoutTheProofItAskedWith() {
        var gone = begin();
        var stolen = new HashMap<>(gone.kept());
        stolen.put("code_verifier", Proof.fresh().verifier());
        assertThat(mastodon.finish(stolen, consent(gone), CALLBACK))
                .isInstanceOf(Progress.Refused.class);
    }

    @Test
    void takesARefusalForAnAnswer() {
        assertThat(mastodon.finish(begin().kept(), Map.of("error", "access_denied"), CALLBACK))
                .asInstanceOf(type(Progress.Refused.class))
                .extracting(refused -> refused.reason().code())
                .isEqualTo("no-consent");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v2/instance, CUT_BEFORE, true",
        "GET, /api/v2/instance, GARBAGE, true",
        "GET, /api/v2/instance, ENDLESS, true",
        "POST, /api/v1/apps, FAIL_AFTER, false",
        "POST, /api/v1/apps, GARBAGE, false",
        "POST, /api/v1/apps, NO_ID, false"
    })
    void saysWhatIsWrongWithAServer(String method, String path, Fault fault, boolean goesOn) {
        network.next(method, path, fault);
        assertThat(mastodon.begin(Map.of("server", network.root().toString()), CALLBACK))
                .isInstanceOf(goesOn ? Progress.GoTo.class : Progress.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "not a server",
                "https://",
                "127.0.0.1:1",
                "http://10.0.0.1",
                "@",
                "https://user:pw@"
            })
    void refusesWhatIsNoServer(String typed) {
        assertThat(mastodon.begin(Map.of("server", typed), CALLBACK))
                .asInstanceOf(type(Progress.Refused.class))
                .extracting(Progress.Refused::field)
                .isEqualTo("server");
    }

    @ParameterizedTest
    @CsvSource({
        "mastodon.social, https://mastodon.social",
        "' Mastodon.Social ', https://mastodon.social",
        "https://mastodon.social/@police86, https://mastodon.social",
        "@police86@mastodon.social, https://mastodon.social",
        "police86@mastodon.social, https://mastodon.social",
        "social.numérique.example, https://social.xn--numrique-d1a.example",
        "http://127.0.0.1:8350/, http://127.0.0.1:8350"
    })
    void understandsHowPeopleNameAServer(String typed, String root) {
        assertThat(Connecting.root(typed)).contains(URI.create(root));
    }

    private Progress.GoTo begin() {
        var progress = mastodon.begin(Map.of("server", network.root().toString()), CALLBACK);
        assertThat(progress).isInstanceOf(Progress.GoTo.class);
        return (Progress.GoTo) progress;
    }

    /// Presses the button on the server's page, as the person would.
    private Map<String, String> consent(Progress.GoTo gone) {
        assertThat(transport.exchange(Request.get(gone.page())))
                .isInstanceOfSatisfying(
                        Received.class, page -> assertThat(page.status()).isEqualTo(200));
        var back = (Received) transport.exchange(Request.post(gone.page()));
        var location = back.headers().first("Location").orElseThrow();
        assertThat(location).startsWith(CALLBACK + "?");
        return Stream.of(location.replaceFirst(".*\\?", "").split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(
                                pair -> pair[0],
                                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
