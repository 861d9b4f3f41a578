package fr.tocsin.channels.mastodon;

import fr.tocsin.delivering.Connects.Progress;
import fr.tocsin.delivering.Limits;
import fr.tocsin.delivering.Reason;
import fr.tocsin.transport.Answer;
import fr.tocsin.transport.Answer.Received;
import fr.tocsin.transport.Transport;
import java.net.IDN;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// Connects an account: registers us with its server on the spot, sends the person there to consent
/// (RFC 6749 §4.1 with PKCE, RFC 7636), and takes the token.
final class Connecting {

    static final String SCOPES = "read:accounts read:statuses write:statuses write:media";

    private final Transport transport;
    private final Clock clock;

    Connecting(Transport transport, Clock clock) {
        this.transport = transport;
        this.clock = clock;
    }

    Progress begin(String typed, URI callback) {
        var root = root(typed);
        if (root.isEmpty()) {
            return refused("server", Reason.of("no-server-name"));
        }
        var server = new Server(transport, root.get());
        var instance = instance(server);
        if (!(instance instanceof Received known) || known.json().isEmpty() || !known.ok()) {
            return refused("server", new Reason("not-mastodon", Outcomes.why(instance).detail()));
        }
        var answer =
                server.registerApp(
                        Map.of(
                                "client_name",
                                "Tocsin",
                                "redirect_uris",
                                callback.toString(),
                                "scopes",
                                SCOPES,
                                "website",
                                callback.resolve("/").toString()));
        var client = field(answer, "client_id");
        var secret = field(answer, "client_secret");
        if (client.isEmpty() || secret.isEmpty()) {
            return refused("server", new Reason("no-app", Outcomes.why(answer).detail()));
        }
        var proof = Proof.fresh();
        var state = Proof.random();
        return new Progress.GoTo(
                server.consentPage(
                        new TreeMap<>(
                                Map.of(
                                        "response_type",
                                        "code",
                                        "client_id",
                                        client,
                                        "redirect_uri",
                                        callback.toString(),
                                        "scope",
                                        SCOPES,
                                        "state",
                                        state,
                                        "code_challenge",
                                        proof.challenge(),
                                        "code_challenge_method",
                                        "S256",
                                        "force_login",
                                        "true"))),
                state,
                Map.of(
                        "server",
                        root.get().toString(),
                        "client_id",
                        client,
                        "client_secret",
                        secret,
                        "code_verifier",
                        proof.verifier()));
    }

    Progress finish(Map<String, String> kept, Map<String, String> parameters, URI callback) {
        var code = parameters.getOrDefault("code", "");
        if (code.isBlank()) {
            return refused("", Reason.of("no-consent"));
        }
        var server = new Server(transport, URI.create(kept.getOrDefault("server", "")));
        var secret = kept.getOrDefault("client_secret", "");
        var verifier = kept.getOrDefault("code_verifier", "");
        var answer =
                server.token(
                        Map.of(
                                "grant_type", "authorization_code",
                                "code", code,
                                "client_id", kept.getOrDefault("client_id", ""),
                                "client_secret", secret,
                                "redirect_uri", callback.toString(),
                                "scope", SCOPES,
                                "code_verifier", verifier),
                        List.of(code, secret, verifier));
        var token = field(answer, "access_token");
        if (token.isEmpty()) {
            return refused("", new Reason("no-token", Outcomes.why(answer).detail()));
        }
        return connected(server, token, kept);
    }

    private Progress connected(Server server, String token, Map<String, String> kept) {
        var answer = server.whoAmI(token);
        var id = field(answer, "id");
        var name = field(answer, "username");
        if (id.isEmpty() || name.isEmpty()) {
            return refused("", new Reason("no-account", Outcomes.why(answer).detail()));
        }
        var instance = json(instance(server));
        var shown = field(answer, "display_name");
        return new Progress.Connected(
                "@" + name + "@" + domain(instance, server.root()),
                shown.isBlank() ? name : shown,
                server.root(),
                id,
                instance.map(this::limits).orElse(Announced.DOCUMENTED),
                Map.of(
                        "token", token,
                        "client_id", kept.getOrDefault("client_id", ""),
                        "client_secret", kept.getOrDefault("client_secret", "")));
    }

    Limits limits(JsonNode instance) {
        return Announced.in(instance, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    /// The newer announcement where there is one, else the older.
    static Answer instance(Server server) {
        return server.instance() instanceof Received received
                        && received.ok()
                        && received.json().map(JsonNode::isObject).orElse(false)
                ? received
                : server.instanceBefore4();
    }

    static Optional<JsonNode> json(Answer answer) {
        return answer instanceof Received received && received.ok()
                ? received.json().filter(JsonNode::isObject)
                : Optional.empty();
    }

    /// The server that a person means by `mastodon.social`, `https://mastodon.social/` or
    /// `@name@mastodon.social`.
    static Optional<URI> root(String typed) {
        var text = typed.strip();
        var scheme = text.toLowerCase(Locale.ROOT).startsWith("http://") ? "http" : "https";
        var host =
                text.replaceFirst("(?i)^https?://", "")
                        .replaceFirst("/.*", "")
                        .replaceFirst("^.*@", "")
                        .toLowerCase(Locale.ROOT);
        try {
            var root = URI.create(scheme + "://" + IDN.toASCII(host));
            return root.getHost() == null || root.getPort() > 65535
                    ? Optional.empty()
                    : Optional.of(root);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static String domain(Optional<JsonNode> instance, URI root) {
        var announced =
                instance.map(json -> json.path("domain").asString(json.path("uri").asString("")))
                        .orElse("")
                        .replaceFirst("^https?://", "");
        return announced.matches("[\\p{L}\\p{N}.-]+(:\\d+)?") ? announced : root.getAuthority();
    }

    /// A text field of an answer, or empty when it is not there or fit for nothing.
    private static String field(Answer answer, String name) {
        var value = json(answer).map(json -> json.path(name).asString("")).orElse("");
        return value.matches("\\P{Cntrl}+") ? value : "";
    }

    private static Progress refused(String field, Reason reason) {
        return new Progress.Refused(field, reason);
    }
}
