package fr.tocsin.channels.bluesky;

import fr.tocsin.delivering.Dispatch;
import fr.tocsin.delivering.Preparation;
import fr.tocsin.delivering.Reason;
import fr.tocsin.delivering.RemotePost;
import fr.tocsin.delivering.Sighting;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The thread that a post goes on with: its first and its last post, as they stand now. An answer
/// names the exact content of both, so that one to a post that is gone would hang in the air.
sealed interface ReplyTo {

    /// What the first record of a post answers (lexicon `app.bsky.feed.post#replyRef`).
    record Tie(ObjectNode root, ObjectNode parent) {}

    /// @param tie empty when the post begins a thread of its own
    record Open(Optional<Tie> tie) implements ReplyTo {}

    /// There is nothing to answer, or nobody can tell now.
    record Lost(Preparation instead) implements ReplyTo {}

    static ReplyTo of(Dispatch dispatch, Repositories repositories) {
        if (dispatch.earlier().isEmpty()) {
            return new Open(Optional.empty());
        }
        var first = dispatch.earlier().getFirst();
        var last = dispatch.earlier().getLast();
        return switch (look(dispatch, repositories, last)) {
            case Sighting.There(var parent) when last.equals(first) ->
                    tie(parent.getFirst(), parent.getFirst());
            case Sighting.There(var parent) ->
                    switch (look(dispatch, repositories, first)) {
                        case Sighting.There(var root) -> tie(root.getFirst(), parent.getFirst());
                        case Sighting.Absent() -> gone();
                        case Sighting.CannotTell(var reason) -> notNow(reason);
                    };
            case Sighting.Absent() -> gone();
            case Sighting.CannotTell(var reason) -> notNow(reason);
        };
    }

    private static Sighting look(Dispatch dispatch, Repositories repositories, RemotePost post) {
        return repositories.look(dispatch.account(), PostUri.parse(post.id()));
    }

    private static ReplyTo tie(RemotePost root, RemotePost parent) {
        if (root.version() == null || parent.version() == null) {
            return notNow(Reason.of("bad-answer"));
        }
        return new Open(
                Optional.of(
                        new Tie(
                                Records.reference(root.id(), root.version()),
                                Records.reference(parent.id(), parent.version()))));
    }

    private static ReplyTo gone() {
        return new Lost(new Preparation.Rejected(Reason.of("gone")));
    }

    /// The engine's own patience decides when.
    private static ReplyTo notNow(Reason reason) {
        return new Lost(new Preparation.NotYet(reason, Instant.EPOCH));
    }
}
