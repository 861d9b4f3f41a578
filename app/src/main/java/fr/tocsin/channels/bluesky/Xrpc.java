package fr.tocsin.channels.bluesky;

import fr.tocsin.transport.Answer;
import fr.tocsin.transport.Body;
import fr.tocsin.transport.RateLimit;
import fr.tocsin.transport.Request;
import fr.tocsin.transport.Transport;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Calls methods of a server by their names (atproto.com/specs/xrpc).
final class Xrpc {

    /// Somebody waits at the desk, or an alert does: reading may not take long.
    private static final Duration READ = Duration.ofSeconds(10);

    private final Transport transport;
    private final Clock clock;
    private final Duration patience;

    Xrpc(Transport transport, Clock clock, Duration patience) {
        this.transport = transport;
        this.clock = clock;
        this.patience = patience;
    }

    /// Reads something public.
    Reply query(URI server, String method, Map<String, String> parameters) {
        var query =
                parameters.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                        .collect(Collectors.joining("&"));
        return reply(Request.get(address(server, method, "?" + query)).within(READ));
    }

    /// Carries something out.
    ///
    /// @param secret kept out of every record of what the server answers; empty when there is none
    Reply procedure(
            URI server, String method, @Nullable String token, @Nullable Body body, String secret) {
        var request = Request.post(address(server, method, "")).within(patience);
        if (token != null) {
            request = request.bearer(token);
        }
        if (body != null) {
            request = request.body(body);
        }
        return reply(secret.isEmpty() ? request : request.secret(secret));
    }

    private Reply reply(Request request) {
        return switch (transport.exchange(request)) {
            case Answer.Received received -> reply(received);
            case Answer.Failed failed -> new Reply.Broken(failed.phase(), failed.what());
        };
    }

    private Reply reply(Answer.Received received) {
        var json = received.json().filter(JsonNode::isObject);
        if (received.ok() && received.body().length == 0) {
            return new Reply.Done(JsonNodeFactory.instance.objectNode());
        }
        if (received.ok() && json.isPresent()) {
            return new Reply.Done(json.get());
        }
        return new Reply.Refused(
                received.status(),
                json.map(body -> body.path("error").asString("")).orElse(""),
                received.excerpt(),
                RateLimit.of(received.headers(), clock.instant()));
    }

    private static URI address(URI server, String method, String query) {
        return URI.create(server.toString().replaceFirst("/+$", "") + "/xrpc/" + method + query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
