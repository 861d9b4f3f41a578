package fr.tocsin.channels.mastodon;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tocsin.channels.MovableClock;
import fr.tocsin.transport.Answer.Received;
import fr.tocsin.transport.Body;
import fr.tocsin.transport.Request;
import fr.tocsin.transport.Transport;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The double itself keeps to the documentation; whatever passes on it must mean something.
class MastodonDoubleTest {

    final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T12:00:00Z"));
    MastodonDouble network;
    Transport transport;
    String token;

    @BeforeEach
    void start() throws IOException {
        network = new MastodonDouble(0, clock);
        transport = new Transport("127.0.0.1", "Tocsin/test");
        token = network.oauth.issue("read write");
    }

    @AfterEach
    void stop() throws IOException {
        transport.close();
        network.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {}                                              | Text can't be blank
                    {"status": "x", "visibility": "everyone"}       | Visibility
                    {"status": "x", "colour": "red"}                | undocumented
                    """)
    void refusesWhatTheDocumentationDoesNotKnow(String json, String words) {
        var answer = post(json, "");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains(words);
    }

    @Test
    void countsAsTheDocumentationSays() {
        var link = "https://example.org/" + "x".repeat(600);
        assertThat(post("{\"status\": \"" + "a".repeat(476) + " " + link + "\"}", "").status())
                .isEqualTo(200);
        assertThat(post("{\"status\": \"" + "a".repeat(477) + " " + link + "\"}", "").status())
                .isEqualTo(422);
    }

    @Test
    void keepsAKeyForAnHour() {
        assertThat(post("{\"status\": \"x\"}", "k").text())
                .isEqualTo(post("{\"status\": \"x\"}", "k").text());
        assertThat(network.created()).isEqualTo(1);
        clock.pass(Duration.ofMinutes(61));
        post("{\"status\": \"x\"}", "k");
        assertThat(network.created()).isEqualTo(2);
    }

    @Test
    void refusesAFileThatIsNoPicture() {
        var file = new Body.Part.File("file", "a.png", "image/png", new byte[] {1, 2, 3});
        assertThat(
                        exchange(
                                        Request.post(network.root().resolve("/api/v2/media"))
                                                .body(Body.multipart(List.of(file))))
                                .status())
                .isEqualTo(422);
    }

    @Test
    void showsPeopleWhatIsPublished() {
        post("{\"status\": \"Feu <éteint> https://example.org\"}", "");
        var page = exchange(Request.get(network.root())).text();
        assertThat(page).contains("Feu &lt;éteint&gt;", "href=\"https://example.org\"");
    }

    @Test
    void editsAsTheDocumentationSays() {
        post("{\"status\": \"avant\"}", "");
        var id = network.statuses.all().getFirst().id();
        var answer =
                exchange(
                        Request.put(network.root().resolve("/api/v1/statuses/" + id))
                                .body(Body.form(Map.of("status", "après"))));
        assertThat(answer.text()).contains("après", "2026-11-23T12:00:00Z");
    }

    private Received post(String json, String key) {
        return exchange(
                Request.post(network.root().resolve("/api/v1/statuses"))
                        .header("Idempotency-Key", key)
                        .body(Body.json(json)));
    }

    private Received exchange(Request request) {
        return (Received) transport.exchange(request.bearer(token));
    }
}
