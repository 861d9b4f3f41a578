package fr.tocsin.channels.mastodon;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.tocsin.channels.mastodon.DoubleCall.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// A server that answers as Mastodon's documentation says, keeps everything in memory, and can be
/// told to misbehave. Anyone may sign in as `alice`, without a password.
///
/// By hand: run [#main] with a port, connect the account at the desk with the server it prints, and
/// look at what is published at its own address.
public final class MastodonDouble implements AutoCloseable {

    /// What happens to the next request that fits.
    enum Fault {
        /// The connection breaks before anything is done.
        CUT_BEFORE,
        /// It is done, and the connection breaks before the answer.
        CUT_AFTER,
        /// It is done, and the answer is a 500.
        FAIL_AFTER,
        /// It is not done, and the answer is a 503 with `Retry-After`.
        UNAVAILABLE,
        /// It is done, and the answer is no JSON.
        GARBAGE,
        /// It is done, and the answer has no id.
        NO_ID,
        /// It is done, and the answer is far too long.
        ENDLESS,
        /// 429 until [#limitedUntil].
        LIMITED,
        /// Something in front of the server says no, in HTML.
        FIREWALL,
        /// A status that the documentation does not know.
        TEAPOT
    }

    private record Planned(String method, String path, Fault fault) {}

    final Clock clock;
    final DoubleOAuth oauth;
    final DoubleMedia media;
    final DoubleStatuses statuses;

    /// Servers that are not Mastodon: no second version of the announcement, keys ignored, the same
    /// page whatever is asked.
    volatile boolean announcesV2 = true;

    volatile boolean honoursKeys = true;
    volatile boolean pages = true;
    volatile boolean edits = true;
    volatile int characters = 500;

    /// Nobody hears it, nothing is done.
    private volatile boolean unreachable;

    private final HttpServer server;
    private final Queue<Planned> planned = new ConcurrentLinkedQueue<>();

    public MastodonDouble(int port, Clock clock) throws IOException {
        this.clock = clock;
        this.oauth = new DoubleOAuth(this);
        this.media = new DoubleMedia(this);
        this.statuses = new DoubleStatuses(this);
        server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public static void main(String[] args) throws IOException {
        var port = args.length == 0 ? 18350 : Integer.parseInt(args[0]);
        var network = new MastodonDouble(port, Clock.systemUTC());
        System.out.println("Mastodon double: " + network.root());
        System.out.println(
                "Start the server with TOCSIN_OUTBOUND_ALLOW=127.0.0.1:"
                        + port
                        + " and connect an account on "
                        + network.root());
    }

    public URI root() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Out of reach, or back again with everything it had.
    public void unreachable(boolean now) {
        unreachable = now;
    }

    /// How many statuses were ever created.
    public int created() {
        return statuses.created();
    }

    /// How many edits changed a status.
    public int edits() {
        return statuses.edits();
    }

    /// Plans a fault for the next request with that method whose path starts so.
    void next(String method, String path, Fault fault) {
        planned.add(new Planned(method, path, fault));
    }

    /// When the limit that [Fault#LIMITED] speaks of ends.
    Instant limitedUntil() {
        return clock.instant().plus(Duration.ofMinutes(7));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (var call = new DoubleCall(exchange)) {
            var fault = fault(call);
            try {
                if (unreachable || fault == Fault.CUT_BEFORE) {
                    return;
                }
                refuseBeforehand(call, fault);
                route(call);
            } catch (Refusal refusal) {
                call.answer(refusal.status, Map.of("error", refusal.getMessage()));
            } catch (RuntimeException defect) {
                call.answer(500, Map.of("error", "defect of the double: " + defect));
            }
            misanswer(call, fault);
            if (fault != Fault.CUT_AFTER) {
                call.send();
            }
        }
    }

    private @Nullable Fault fault(DoubleCall call) {
        for (var plan : planned) {
            if (plan.method.equals(call.method()) && call.path().startsWith(plan.path)) {
                planned.remove(plan);
                return plan.fault;
            }
        }
        return null;
    }

    private void refuseBeforehand(DoubleCall call, @Nullable Fault fault) throws Refusal {
        if (fault == Fault.LIMITED) {
            call.header("X-RateLimit-Limit", "300");
            call.header("X-RateLimit-Remaining", "0");
            call.header("X-RateLimit-Reset", limitedUntil().toString());
            throw new Refusal(429, "Too many requests");
        }
        if (fault == Fault.UNAVAILABLE) {
            call.header("Retry-After", "120");
            throw new Refusal(503, "Service Unavailable");
        }
        if (fault == Fault.TEAPOT) {
            throw new Refusal(418, "I'm a teapot");
        }
        if (fault == Fault.FIREWALL) {
            call.header("X-Firewall", "yes");
            throw new Refusal(403, "Blocked");
        }
    }

    private static void misanswer(DoubleCall call, @Nullable Fault fault) {
        if (fault == Fault.FAIL_AFTER) {
            call.answer(500, Map.of("error", "Something went wrong on our end"));
        } else if (fault == Fault.GARBAGE) {
            call.page(200, "<html>It works!");
        } else if (fault == Fault.NO_ID) {
            call.answer(200, Map.of("content", "<p>?</p>"));
        } else if (fault == Fault.ENDLESS) {
            call.page(200, "{\"id\": \"1\", \"content\": \"" + "x".repeat(3_000_000));
        } else if (fault == Fault.FIREWALL) {
            call.page(403, "<html><h1>Request blocked</h1></html>");
        }
    }

    private void route(DoubleCall call) throws Refusal, IOException {
        var path = call.path();
        switch (call.method() + " " + path.replaceFirst("/\\d+(?=/|$)", "/:id")) {
            case "POST /api/v1/apps" -> oauth.register(call);
            case "GET /oauth/authorize" -> oauth.ask(call);
            case "POST /oauth/authorize" -> oauth.consent(call);
            case "POST /oauth/token" -> oauth.token(call);
            case "GET /api/v1/accounts/verify_credentials" -> {
                oauth.require(call, "read:accounts");
                call.answer(200, account());
            }
            case "GET /api/v2/instance" -> {
                if (!announcesV2) {
                    throw new Refusal(404, "Not found");
                }
                call.answer(200, instance("domain", root().getAuthority()));
            }
            case "GET /api/v1/instance" -> call.answer(200, instance("uri", root().getAuthority()));
            case "POST /api/v2/media" -> media.upload(call);
            case "GET /api/v1/media/:id" -> media.show(call, id(path));
            case "POST /api/v1/statuses" -> statuses.create(call);
            case "GET /api/v1/statuses/:id" -> statuses.show(call, id(path));
            case "PUT /api/v1/statuses/:id" -> {
                if (!edits) {
                    throw new Refusal(404, "Not found");
                }
                statuses.edit(call, id(path));
            }
            case "GET /api/v1/statuses/:id/source" -> statuses.source(call, id(path));
            case "DELETE /api/v1/statuses/:id" -> statuses.delete(call, id(path));
            case "GET /api/v1/accounts/:id/statuses" -> statuses.list(call);
            case "GET /files/:id" -> media.file(call, id(path));
            case "GET /", "GET /@alice" -> DoublePages.home(call, statuses);
            case "GET /@alice/:id" -> DoublePages.status(call, statuses, id(path));
            default -> throw new Refusal(404, "Record not found");
        }
    }

    Map<String, Object> account() {
        return Map.of(
                "id", DoubleOAuth.ALICE,
                "username", "alice",
                "acct", "alice",
                "display_name", "Alice, police de Poitiers",
                "url", root() + "/@alice");
    }

    private Map<String, Object> instance(String nameField, String name) {
        return Map.of(
                nameField,
                name,
                "title",
                "Double",
                "version",
                "4.5.0",
                "configuration",
                Map.of(
                        "statuses",
                        Map.of(
                                "max_characters", characters,
                                "max_media_attachments", 4,
                                "characters_reserved_per_url", 23),
                        "media_attachments",
                        Map.of(
                                "supported_mime_types",
                                List.of("image/jpeg", "image/png", "image/gif", "image/webp"),
                                "description_limit",
                                DoubleMedia.DESCRIPTION,
                                "image_size_limit",
                                DoubleMedia.BYTES,
                                "image_matrix_limit",
                                33_177_600)));
    }

    private static long id(String path) {
        return Long.parseLong(path.replaceFirst("^.*?/(\\d+).*$", "$1"));
    }
}
