package fr.tocsin.channels.bluesky;

import fr.tocsin.delivering.Account;
import fr.tocsin.delivering.Reason;
import fr.tocsin.delivering.Sighting;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Reads what is public, without signing in.
final class Repositories {

    private final Xrpc xrpc;

    Repositories(Xrpc xrpc) {
        this.xrpc = xrpc;
    }

    /// Whether a post is there. Only the server that keeps the repository can say that it is not: a
    /// server that the account has left asks others, who may not know yet.
    Sighting look(Account account, PostUri uri) {
        return switch (record(account.server(), uri.did(), PostUri.COLLECTION, uri.key())) {
            case Reply.Done(var body) -> new Sighting.There(List.of(uri.seen(account, body)));
            case Reply.Refused refused when refused.error().equals("RecordNotFound") ->
                    keeps(account)
                            ? new Sighting.Absent()
                            : new Sighting.CannotTell(Reason.of("moved-away"));
            case Reply.Refused refused -> new Sighting.CannotTell(refused.reason());
            case Reply.Broken broken -> new Sighting.CannotTell(broken.reason());
            case Reply.NotAsked notAsked -> new Sighting.CannotTell(notAsked.reason());
        };
    }

    /// The name that an account shows, when it has set one.
    Optional<String> displayName(URI server, String did) {
        return record(server, did, "app.bsky.actor.profile", "self") instanceof Reply.Done(var body)
                ? Optional.of(body.path("value").path("displayName").asString(""))
                        .filter(name -> !name.isBlank())
                : Optional.empty();
    }

    /// The account that a handle stands for. A server that cannot tell now must not hold an alert
    /// back: then there is none.
    Optional<String> did(URI server, String handle) {
        return xrpc.query(server, "com.atproto.identity.resolveHandle", Map.of("handle", handle))
                        instanceof Reply.Done(var body)
                ? Optional.of(body.path("did").asString("")).filter(did -> did.startsWith("did:"))
                : Optional.empty();
    }

    private boolean keeps(Account account) {
        return xrpc.query(
                                account.server(),
                                "com.atproto.sync.getLatestCommit",
                                Map.of("did", account.remoteId()))
                        instanceof Reply.Done(JsonNode body)
                && body.has("rev");
    }

    private Reply record(URI server, String did, String collection, String key) {
        return xrpc.query(
                server,
                "com.atproto.repo.getRecord",
                Map.of("repo", did, "collection", collection, "rkey", key));
    }
}
