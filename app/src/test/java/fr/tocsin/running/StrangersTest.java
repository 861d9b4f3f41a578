package fr.tocsin.running;

import static org.assertj.core.api.Assertions.assertThat;

import fr.tocsin.database.TocsinTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;

/// What a stranger may send to a public server without hurting it.
@TocsinTest
class StrangersTest {

    private static final int KILOBYTE = 1024;
    private static final String SERVED = "^HTTP/1.1 (200|303) "; // 303: to the first visit
    private static final int HEAP = 512 * KILOBYTE * KILOBYTE; // as the launcher sets it

    @Autowired private Environment environment;
    @LocalServerPort private int port;

    @Test
    void formsAreRefusedBeforeTheirMemoryIsTaken() throws IOException {
        assertThat(answerTo(post("/", 20 * KILOBYTE, "application/x-www-form-urlencoded")))
                .startsWith("HTTP/1.1 413");

        var connections = environment.getRequiredProperty("server.tomcat.max-connections");
        assertThat(Integer.parseInt(connections) * 16 * KILOBYTE).isLessThan(HEAP / 8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AAAA",
                "not base64 at all",
                "''",
                "ZmZmZmZmZmYtZmZmZi1mZmZmLWZmZmYtZmZmZmZmZmZmZmZm"
            })
    void aCookieThatIsNoSessionIsNoSession(String cookie) throws IOException {
        assertThat(answerTo(get("/", "Cookie: tocsin=" + cookie))).containsPattern(SERVED);
    }

    @Test
    void zerosInACookieDoNotReachTheDatabase() throws IOException {
        var zeros = Base64.getEncoder().encodeToString(new byte[36]);
        assertThat(answerTo(get("/feed.atom", "Cookie: tocsin=" + zeros))).containsPattern(SERVED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=x"
            })
    void aBrokenFormIsItsSendersFault(String type) throws IOException {
        assertThat(answerTo(get("/", "Content-Type: " + type + "\r\nContent-Length: 0")))
                .containsPattern("^HTTP/1.1 (200|303|400) ");
        assertThat(answerTo(post("/desk/sign-in", 1, type) + "x"))
                .containsPattern("^HTTP/1.1 (303|400|403) ");
    }

    private static String get(String path, String header) {
        return "GET "
                + path
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + header
                + "\r\n\r\n";
    }

    private static String post(String path, int length, String type) {
        return "POST "
                + path
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: "
                + type
                + "\r\nContent-Length: "
                + length
                + "\r\n\r\n";
    }

    private String answerTo(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            var answer = new byte[KILOBYTE];
            var read = socket.getInputStream().readNBytes(answer, 0, 16);
            return new String(answer, 0, read, StandardCharsets.ISO_8859_1);
        }
    }
}
