package fr.tocsin.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.sun.net.httpserver.HttpServer;
import fr.tocsin.transport.Answer.Failed;
import fr.tocsin.transport.Answer.Phase;
import fr.tocsin.transport.Answer.Received;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransportTest {

    HttpServer server;
    Transport transport;
    final AtomicInteger hits = new AtomicInteger();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        transport = new Transport("127.0.0.0/8", "Tocsin/test");
    }

    @AfterEach
    void stop() throws IOException {
        server.stop(0);
        transport.close();
    }

    @Test
    void bringsBackStatusHeadersAndBody() {
        answer("/hello", 418, "{\"tea\": \"pot\"}");
        var answer = received(Request.get(at("/hello")));
        assertThat(answer.status()).isEqualTo(418);
        assertThat(answer.headers().first("x-ONE")).contains("1");
        assertThat(answer.json().orElseThrow().path("tea").asString()).isEqualTo("pot");
    }

    @Test
    void presentsItself() {
        server.createContext(
                "/",
                exchange -> {
                    var agent =
                            exchange.getRequestHeaders()
                                    .getFirst("User-Agent")
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, agent.length);
                    exchange.getResponseBody().write(agent);
                    exchange.close();
                });
        assertThat(received(Request.get(at("/"))).text()).isEqualTo("Tocsin/test");
    }

    @Test
    void sendsTheVeryBytesOfItsBody() {
        echo();
        var form = Body.form(Map.of("q", "été & cie"));
        assertThat(received(Request.post(at("/")).body(form)).text())
                .isEqualTo("q=%C3%A9t%C3%A9+%26+cie");
        var file =
                Body.multipart(
                        List.of(
                                new Body.Part.File("file", "a.png", "image/png", new byte[] {1, 2}),
                                new Body.Part.Text("description", "Une forêt")));
        assertThat(received(Request.post(at("/")).body(file)).body()).isEqualTo(file.bytes());
        assertThat(file.type()).matches("multipart/form-data; boundary=[\\w-]+");
        assertThat(new String(file.bytes(), StandardCharsets.UTF_8))
                .contains("name=\"file\"; filename=\"a.png\"", "Content-Type: image/png")
                .contains("Une forêt");
    }

    @Test
    void followsNoRedirect() {
        server.createContext(
                "/",
                exchange -> {
                    hits.incrementAndGet();
                    exchange.getResponseHeaders().add("Location", "/elsewhere");
                    exchange.sendResponseHeaders(302, -1);
                    exchange.close();
                });
        assertThat(received(Request.get(at("/"))).status()).isEqualTo(302);
        assertThat(hits).hasValue(1);
    }

    @Test
    void keepsNoCookie() {
        server.createContext(
                "/",
                exchange -> {
                    if (exchange.getRequestHeaders().containsKey("Cookie")) {
                        hits.incrementAndGet();
                    }
                    exchange.getResponseHeaders().add("Set-Cookie", "a=b; Path=/");
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        transport.exchange(Request.get(at("/")));
        transport.exchange(Request.get(at("/")));
        assertThat(hits).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void repeatsNothingByItself(int status) {
        server.createContext(
                "/",
                exchange -> {
                    hits.incrementAndGet();
                    exchange.getResponseHeaders().add("Retry-After", "0");
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
        assertThat(received(Request.get(at("/"))).status()).isEqualTo(status);
        assertThat(hits).hasValue(1);
    }

    @Test
    void cutsAnAnswerThatIsTooLong() {
        answer("/", 200, "x".repeat(1001));
        assertThat(failed(Request.get(at("/")).atMost(1000)).phase()).isEqualTo(Phase.AFTER_SEND);
        assertThat(received(Request.get(at("/")).atMost(1001)).body()).hasSize(1001);
    }

    @Test
    void knowsThatNothingLeftWhenTheConnectionIsRefused() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        var failure = failed(Request.post(URI.create("http://127.0.0.1:" + free + "/")));
        assertThat(failure.phase()).isEqualTo(Phase.BEFORE_SEND);
        assertThat(failure.what()).contains("refuses");
    }

    @Test
    void knowsThatNothingLeftWhenTheServerSpeaksNoTls() throws Exception {
        try (var plain =
                new Raw(socket -> {
                    socket.getOutputStream()
                            .write("HTTP/1.1 400\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    socket.close();
                })) {
            var failure =
                    failed(Request.post(URI.create("https://127.0.0.1:" + plain.port() + "/")));
            assertThat(failure.phase()).isEqualTo(Phase.BEFORE_SEND);
            assertThat(failure.what()).contains("secure");
        }
    }

    @Test
    void knowsThatNothingLeftWhenTlsNeverComesAbout() throws Exception {
        try (var silent = new Raw(Socket::getInetAddress)) {
            var request =
                    Request.post(URI.create("https://127.0.0.1:" + silent.port() + "/"))
                            .within(Duration.ofMillis(300));
            assertThat(failed(request).phase()).isEqualTo(Phase.BEFORE_SEND);
        }
    }

    @Test
    void cannotKnowWhenTheConnectionBreaksAfterSending() throws Exception {
        try (var rude = new Raw(Socket::close)) {
            var failure = failed(Request.post(rude.uri()).body(Body.json("{}")));
            assertThat(failure.phase()).isEqualTo(Phase.AFTER_SEND);
            assertThat(rude.connections).hasValue(1);
        }
    }

    @Test
    void cannotKnowWhenTheAnswerBreaksOff() throws Exception {
        try (var half =
                new Raw(socket -> {
                    socket.getInputStream().read();
                    socket.getOutputStream()
                            .write(
                                    "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"
                                            .getBytes(StandardCharsets.US_ASCII));
                    socket.close();
                })) {
            assertThat(failed(Request.post(half.uri())).phase()).isEqualTo(Phase.AFTER_SEND);
        }
    }

    @Test
    void waitsNoLongerThanItsPatience() throws Exception {
        try (var silent = new Raw(Socket::getInetAddress)) {
            var failure = failed(Request.get(silent.uri()).within(Duration.ofMillis(300)));
            assertThat(failure.phase()).isEqualTo(Phase.AFTER_SEND);
            assertThat(failure.what()).contains("within");
        }
    }

    @Test
    void neverReusesAConnectionThatMayHaveDied() throws Exception {
        try (var polite =
                new Raw(socket -> {
                    socket.getInputStream().read();
                    socket.getOutputStream()
                            .write(
                                    "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"
                                            .getBytes(StandardCharsets.US_ASCII));
                })) {
            received(Request.get(polite.uri()));
            received(Request.get(polite.uri()));
            assertThat(polite.connections).hasValue(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://127.1/",
                "https://2130706433/",
                "https://0x7f.0.0.1/",
                "https://0177.0.0.1/",
                "https://localhost/",
                "https://localhost./",
                "https://0.0.0.0/",
                "https://10.1.2.3/",
                "https://169.254.169.254/latest/meta-data",
                "https://[::1]/",
                "https://[::]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:a9fe:a9fe]/",
                "https://[64:ff9b::10.0.0.1]/",
                "https://[2002:7f00:1::]/",
                "https://[fd00::1]/",
                "https://[fe80::1]/",
                "http://1.1.1.1/",
                "ftp://1.1.1.1/",
                "file:///etc/passwd",
                "https://a@1.1.1.1/",
                "https:///nowhere"
            })
    void blocksInternalAndOddAddresses(String address) throws IOException {
        try (var strict = new Transport("", "Tocsin/test")) {
            assertThat(strict.exchange(Request.get(URI.create(address))))
                    .isInstanceOfSatisfying(
                            Failed.class,
                            failure -> assertThat(failure.phase()).isEqualTo(Phase.BEFORE_SEND));
        }
    }

    @Test
    void reachesInternalServersOnlyAsAllowed() throws IOException {
        answer("/", 200, "in");
        var other = port() + 1;
        for (var allow :
                List.of("127.0.0.1:" + other, "10.0.0.0/8", "localhost:" + port(), "::1")) {
            try (var strict = new Transport(allow, "Tocsin/test")) {
                assertThat(strict.exchange(Request.get(at("/"))))
                        .as(allow)
                        .isInstanceOf(Failed.class);
            }
        }
        for (var allow : List.of("127.0.0.1", "127.0.0.1:" + port(), "x, 127.0.0.0/8:" + port())) {
            try (var open = new Transport(allow, "Tocsin/test")) {
                assertThat(open.exchange(Request.get(at("/"))))
                        .as(allow)
                        .isInstanceOf(Received.class);
            }
        }
    }

    @Test
    void takesNoLineBreakIntoAHeader() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Request.get(at("/")).bearer("abc\r\nX-Evil: 1"));
    }

    @Test
    void showsNoSecretOfItsRequest() {
        echo();
        var request =
                Request.post(at("/?token=geheimnis"))
                        .bearer("tok-123456")
                        .body(Body.json("{\"error\": \"bad tok-123456\", \"password\": \"pw\"}"));
        assertThat(received(request).excerpt())
                .isEqualTo("200 {\"error\": \"bad •••\", \"password\": \"•••\"}");
        assertThat(request.toString()).doesNotContain("geheimnis", "tok-123456");
        assertThat(request.headers().toString()).doesNotContain("tok-123456");
    }

    private void answer(String path, int status, String body) {
        server.createContext(
                path,
                exchange -> {
                    var bytes = body.getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("X-One", "1");
                    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
    }

    private void echo() {
        server.createContext(
                "/",
                exchange -> {
                    var bytes = exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
    }

    private Received received(Request request) {
        return (Received) transport.exchange(request);
    }

    private Failed failed(Request request) {
        return (Failed) transport.exchange(request);
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /// A server that does with each connection what it is told, and nothing else.
    static final class Raw implements AutoCloseable {

        interface Manners {
            void treat(Socket socket) throws IOException;
        }

        final ServerSocket server;
        final AtomicInteger connections = new AtomicInteger();
        final CountDownLatch done = new CountDownLatch(1);

        Raw(Manners manners) throws IOException {
            server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
            Thread.ofVirtual()
                    .start(() -> {
                        try {
                            while (true) {
                                var socket = server.accept();
                                connections.incrementAndGet();
                                manners.treat(socket);
                            }
                        } catch (IOException closed) {
                            done.countDown();
                        }
                    });
        }

        int port() {
            return server.getLocalPort();
        }

        URI uri() {
            return URI.create("http://127.0.0.1:" + port() + "/");
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
