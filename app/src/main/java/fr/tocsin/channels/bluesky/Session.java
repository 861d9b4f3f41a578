package fr.tocsin.channels.bluesky;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a server answers when it lets an account in (lexicons `com.atproto.server.createSession`
/// and `refreshSession`).
///
/// @param home the server that keeps the account, when the one asked is only the door to many and
///   the account's DID document says so (atproto.com/specs/did#did-documents)
record Session(String did, String handle, Optional<URI> home, String access, String refresh) {

    static final String ACCESS = "access";
    static final String REFRESH = "refresh";

    /// The scope of a session that was opened with the account's own password.
    private static final String FULL_ACCESS = "com.atproto.access";

    private static final JsonMapper JSON = JsonMapper.shared();

    /// Empty when something is missing: what answered is no server of the network.
    static Optional<Session> of(JsonNode answer) {
        var session =
                new Session(
                        answer.path("did").asString(""),
                        answer.path("handle").asString(""),
                        home(answer.path("didDoc")),
                        answer.path("accessJwt").asString(""),
                        answer.path("refreshJwt").asString(""));
        return session.did.startsWith("did:")
                        && !session.access.isEmpty()
                        && !session.refresh.isEmpty()
                ? Optional.of(session)
                : Optional.empty();
    }

    /// The secrets to keep: those given with this session's tokens in place of older ones.
    Map<String, String> renewing(Map<String, String> secrets) {
        var renewed = new HashMap<>(secrets);
        renewed.put(ACCESS, access);
        renewed.put(REFRESH, refresh);
        return Map.copyOf(renewed);
    }

    /// Whether it allows everything, which no app password does. Tokens need not be readable: this
    /// only helps to refuse early.
    boolean allowsEverything() {
        var parts = access.split("\\.", -1);
        if (parts.length != 3) {
            return false;
        }
        try {
            var claims =
                    new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            return JSON.readTree(claims).path("scope").asString("").equals(FULL_ACCESS);
        } catch (IllegalArgumentException | JacksonException opaque) {
            return false;
        }
    }

    private static Optional<URI> home(JsonNode document) {
        return document.path("service")
                .valueStream()
                .filter(service ->
                        service.path("type").asString("").equals("AtprotoPersonalDataServer"))
                .flatMap(service ->
                        Servers.parse(service.path("serviceEndpoint").asString("")).stream())
                .findFirst();
    }
}
