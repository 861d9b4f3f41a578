package fr.tocsin.delivering;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Speaks as much of Mastodon's client interface as it takes to publish and edit text, counts every
/// copy, and can hold requests at the two edges that lie on a server's side. An account's token is
/// its id.
final class CountingServer implements AutoCloseable {

    /// One copy that people can read.
    record Copy(int id, String account, String text, String inReplyTo, Instant at) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Whether a repeat under the same key makes no second copy. Some real servers ignore keys.
    private final boolean honoursKeys;

    private final List<Copy> copies = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Copy> byKey = Collections.synchronizedMap(new HashMap<>());
    private int made;
    private final AtomicInteger held = new AtomicInteger();
    private final HttpServer server;
    private volatile CountDownLatch release = new CountDownLatch(0);

    CountingServer(boolean honoursKeys) throws IOException {
        this.honoursKeys = honoursKeys;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/api/v1/statuses", this::statuses);
        server.createContext("/api/v1/accounts/", this::list);
        server.start();
    }

    URI root() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// From now on whatever reaches an edge of this server stays there.
    void hold() {
        held.set(0);
        release = new CountDownLatch(1);
    }

    int held() {
        return held.get();
    }

    void release() {
        release.countDown();
    }

    /// What the account's readers see, the oldest first.
    List<Copy> of(String account) {
        synchronized (copies) {
            return copies.stream().filter(copy -> copy.account().equals(account)).toList();
        }
    }

    private void statuses(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "GET", "DELETE" -> one(exchange);
            default -> write(exchange);
        }
    }

    private static int id(HttpExchange exchange) {
        return Integer.parseInt(exchange.getRequestURI().getPath().split("/")[4]);
    }

    private Optional<Copy> edit(int id, String text) {
        synchronized (copies) {
            var before = find(id);
            var after =
                    before.map(copy ->
                            new Copy(id, copy.account(), text, copy.inReplyTo(), copy.at()));
            after.ifPresent(copy -> copies.set(copies.indexOf(before.get()), copy));
            return after;
        }
    }

    private void write(HttpExchange exchange) throws IOException {
        try (exchange) {
            var asked = JSON.readTree(exchange.getRequestBody().readAllBytes());
            var text = asked.path("status").asString();
            if (isAt(Edge.ARMED, text) && hangs()) {
                return; // nothing was done with it
            }
            var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            Copy copy;
            if (exchange.getRequestMethod().equals("PUT")) {
                var changed = edit(id(exchange), text);
                if (changed.isEmpty()) {
                    answer(exchange, 404, Map.of("error", "Record not found"));
                    return;
                }
                copy = changed.get();
            } else if (honoursKeys) {
                copy = byKey.computeIfAbsent(key, unseen -> add(exchange, asked, text));
            } else {
                copy = add(exchange, asked, text);
            }
            if (isAt(Edge.ANSWERING, text) && hangs()) {
                return; // nobody hears of it
            }
            answer(exchange, json(copy));
        }
    }

    private static boolean isAt(Enum<?> edge, String text) {
        return text.startsWith(edge.name() + " ");
    }

    /// Something that has been public for a while.
    RemotePost show(String account, String text) {
        var copy = add(account, text, "");
        return new RemotePost(
                String.valueOf(copy.id()), null, URI.create(root() + "/statuses/" + copy.id()));
    }

    /// Shows or removes one copy.
    private void one(HttpExchange exchange) throws IOException {
        try (exchange) {
            var copy = find(id(exchange));
            if (copy.isEmpty()) {
                answer(exchange, 404, Map.of("error", "Record not found"));
                return;
            }
            if (exchange.getRequestURI().getPath().endsWith("/source")) {
                answer(exchange, source(copy.get()));
                return;
            }
            var first = copy.get().text().endsWith("part 1");
            if (exchange.getRequestMethod().equals("DELETE")) {
                if (first && isAt(TakedownEdge.ASKED, copy.get().text()) && hangs()) {
                    return; // nothing was done with it
                }
                copies.remove(copy.get());
                if (first && isAt(TakedownEdge.GONE, copy.get().text()) && hangs()) {
                    return; // nobody hears of it
                }
            }
            answer(exchange, 200, json(copy.get()));
        }
    }

    private static Map<String, String> source(Copy copy) {
        return Map.of("id", "" + copy.id(), "text", copy.text(), "spoiler_text", "");
    }

    private Optional<Copy> find(int id) {
        synchronized (copies) {
            return copies.stream().filter(copy -> copy.id() == id).findFirst();
        }
    }

    private boolean hangs() {
        if (release.getCount() == 0) {
            return false;
        }
        held.incrementAndGet();
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    private Copy add(HttpExchange exchange, JsonNode asked, String text) {
        return add(account(exchange), text, asked.path("in_reply_to_id").asString(""));
    }

    /// One copy more, as if published this moment or long ago.
    Copy add(String account, String text, String inReplyTo) {
        synchronized (copies) {
            var copy = new Copy(++made, account, text, inReplyTo, Instant.now());
            copies.add(copy);
            return copy;
        }
    }

    private void list(HttpExchange exchange) throws IOException {
        try (exchange) {
            var query = exchange.getRequestURI().getQuery();
            var statuses =
                    query.contains("max_id=")
                            ? List.of()
                            : of(account(exchange)).reversed().stream()
                                    .limit(40)
                                    .map(this::json)
                                    .toList();
            answer(exchange, statuses);
        }
    }

    private static String account(HttpExchange exchange) {
        return exchange.getRequestHeaders().getFirst("Authorization").replace("Bearer ", "");
    }

    private Map<String, Object> json(Copy copy) {
        var status = new HashMap<String, Object>();
        status.put("id", String.valueOf(copy.id()));
        status.put("created_at", copy.at().toString());
        status.put("content", "<p>" + copy.text() + "</p>");
        status.put("spoiler_text", "");
        status.put("url", root() + "/statuses/" + copy.id());
        status.put("uri", root() + "/statuses/" + copy.id());
        status.put("media_attachments", List.of());
        status.put("in_reply_to_id", copy.inReplyTo().isEmpty() ? null : copy.inReplyTo());
        return status;
    }

    private static void answer(HttpExchange exchange, Object body) throws IOException {
        answer(exchange, 200, body);
    }

    private static void answer(HttpExchange exchange, int status, Object body) throws IOException {
        var bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        release();
        server.stop(0);
    }
}
