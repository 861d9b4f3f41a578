package fr.tocsin.channels.bluesky;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// Stands before a server and passes everything on, except where it is told to do harm. One
/// exchange for each connection.
final class FaultyProxy implements AutoCloseable {

    private static final int LIMIT = 5000;

    private final URI upstream;
    private final ServerSocket listener;
    private final Map<String, Fault> faults = new ConcurrentHashMap<>();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<Socket> held = new CopyOnWriteArrayList<>();

    FaultyProxy(URI upstream) throws IOException {
        this.upstream = upstream;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    sealed interface Fault {

        /// The connection is reset before anything of the request is passed on.
        record CutBefore() implements Fault {}

        /// The server carries it out; the connection is reset instead of the answer.
        record CutAfter() implements Fault {}

        /// The server carries it out; half of the answer arrives.
        record CutWithin() implements Fault {}

        /// The server carries it out; the answer never comes and the connection stays open.
        record Withheld() implements Fault {}

        /// Another answer instead, after the server has carried it out or without asking it.
        record Instead(boolean carriedOut, int status, String headers, String body)
                implements Fault {}

        static Fault error(int status, String error) {
            return new Instead(false, status, "", json(error));
        }

        static Fault errorAfterwards(int status, String error) {
            return new Instead(true, status, "", json(error));
        }

        /// As the official server limits.
        static Fault limited(Instant until) {
            return new Instead(
                    false,
                    429,
                    """
                    RateLimit-Limit: %d\r
                    RateLimit-Reset: %d\r
                    RateLimit-Remaining: 0\r
                    RateLimit-Policy: %d;w=3600\r
                    """
                            .formatted(LIMIT, until.getEpochSecond(), LIMIT),
                    json("RateLimitExceeded"));
        }

        private static String json(String error) {
            return "{\"error\":\"%s\",\"message\":\"%s\"}".formatted(error, error);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    /// Harms the next call of the method, once.
    void next(String method, Fault fault) {
        faults.put(method, fault);
    }

    /// The methods called so far, in order.
    List<String> seen() {
        return List.copyOf(seen);
    }

    long calls(String method) {
        return seen.stream().filter(method::equals).count();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (var socket : held) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                var client = listener.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private void serve(Socket client) {
        try {
            var request = message(client.getInputStream());
            var method = method(request);
            seen.add(method);
            switch (faults.remove(method)) {
                case null -> answer(client, passedOn(request));
                case Fault.CutBefore cut -> reset(client);
                case Fault.CutAfter cut -> {
                    passedOn(request);
                    reset(client);
                }
                case Fault.CutWithin cut -> {
                    var answer = passedOn(request);
                    client.getOutputStream().write(answer, 0, answer.length - 10);
                    client.getOutputStream().flush();
                    reset(client);
                }
                case Fault.Withheld withheld -> {
                    passedOn(request);
                    held.add(client);
                }
                case Fault.Instead other -> {
                    if (other.carriedOut()) {
                        passedOn(request);
                    }
                    answer(client, bytes(other));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] passedOn(byte[] request) throws IOException {
        try (var server = new Socket(upstream.getHost(), upstream.getPort())) {
            server.getOutputStream().write(request);
            server.getOutputStream().flush();
            return message(server.getInputStream());
        }
    }

    private static void answer(Socket client, byte[] bytes) throws IOException {
        try (client) {
            client.getOutputStream().write(bytes);
        }
    }

    private static void reset(Socket client) throws IOException {
        client.setSoLinger(true, 0);
        client.close();
    }

    private static byte[] bytes(Fault.Instead other) {
        return """
        HTTP/1.1 %d Other\r
        Content-Type: application/json\r
        %sContent-Length: %d\r
        Connection: close\r
        \r
        %s\
        """
                .formatted(other.status(), other.headers(), other.body().length(), other.body())
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String method(byte[] request) {
        var line = new String(request, StandardCharsets.ISO_8859_1).lines().findFirst().orElse("");
        return line.split("[ ?]")[1].replaceFirst("^/xrpc/", "");
    }

    /// A whole request or answer as it is on the wire.
    private static byte[] message(InputStream in) throws IOException {
        var message = new ByteArrayOutputStream();
        while (!message.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            var next = in.read();
            if (next < 0) {
                return message.toByteArray();
            }
            message.write(next);
        }
        var head = message.toString(StandardCharsets.ISO_8859_1);
        message.writeBytes(
                header(head, "transfer-encoding").equals("chunked")
                        ? chunks(in)
                        : in.readNBytes(Integer.parseInt("0" + header(head, "content-length"))));
        return message.toByteArray();
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var body = new ByteArrayOutputStream();
        while (!body.toString(StandardCharsets.ISO_8859_1).endsWith("0\r\n\r\n")) {
            body.write(in.read());
        }
        return body.toByteArray();
    }

    private static String header(String head, String name) {
        return Stream.of(head.split("\r\n"))
                .filter(line -> line.toLowerCase().startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}
