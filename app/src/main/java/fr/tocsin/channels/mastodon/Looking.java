package fr.tocsin.channels.mastodon;

import fr.tocsin.delivering.Dispatch;
import fr.tocsin.delivering.Reason;
import fr.tocsin.delivering.RemotePost;
import fr.tocsin.delivering.Sighting;
import fr.tocsin.transport.Answer.Received;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Looks for a status whose outcome is unknown among the account's own latest ones. Needed because
/// an idempotency key lives for an hour only, and some servers know none.
final class Looking {

    /// How far the server's clock and ours may differ.
    private static final Duration SKEW = Duration.ofMinutes(2);

    private static final int PAGES = 5;

    private Looking() {}

    /// Absent only after every status since the step was armed has been seen. Some servers bring
    /// the same page whatever is asked: a page that is not full is then all they have.
    static Sighting find(Server server, String token, Dispatch dispatch) {
        var armedAt = dispatch.armedAt();
        if (armedAt == null) {
            return new Sighting.Absent();
        }
        var since = armedAt.minus(SKEW);
        var before = "";
        var seen = new HashSet<String>();
        Optional<RemotePost> found = Optional.empty();
        for (var page = 0; page < PAGES; page++) {
            var answer = server.statuses(token, dispatch.account().remoteId(), before);
            if (!(answer instanceof Received received)
                    || !received.ok()
                    || !received.json().map(JsonNode::isArray).orElse(false)) {
                return new Sighting.CannotTell(Outcomes.why(answer));
            }
            var statuses = received.json().orElseThrow();
            var older = false;
            var fresh = false;
            for (var status : statuses) {
                var created = created(status);
                var post = Outcomes.post(status);
                if (created == null || post.isEmpty()) {
                    return new Sighting.CannotTell(new Reason("bad-answer", received.excerpt()));
                }
                before = post.get().id();
                fresh |= seen.add(before);
                // A pinned status may stand out of order: go through the whole page.
                older |= created.isBefore(since);
                if (!created.isBefore(since) && same(dispatch, status)) {
                    found = post; // the oldest one, should there be several
                }
            }
            if (older || !fresh && statuses.size() < Server.PAGE) {
                return found.<Sighting>map(post -> new Sighting.There(List.of(post)))
                        .orElseGet(Sighting.Absent::new);
            }
        }
        return found.<Sighting>map(post -> new Sighting.There(List.of(post)))
                .orElseGet(() -> new Sighting.CannotTell(Reason.of("too-many-posts")));
    }

    private static boolean same(Dispatch dispatch, JsonNode status) {
        var part = dispatch.parts().getFirst();
        var replyTo = dispatch.earlier().isEmpty() ? "" : dispatch.earlier().getLast().id();
        return says(dispatch, status)
                && status.path("in_reply_to_id").asString("").equals(replyTo)
                && status.path("media_attachments").size() == part.images().size();
    }

    /// Whether a status shows the words of the step, as far as HTML can tell.
    static boolean says(Dispatch dispatch, JsonNode status) {
        var text = dispatch.parts().getFirst().text();
        var warning = dispatch.post().warning();
        var content = PlainText.rendered(status.path("content").asString(""));
        return (content.equals(PlainText.sent(text))
                        // a server that forgets to escape what looks like markup
                        || content.equals(PlainText.rendered(text)))
                && PlainText.rendered(status.path("spoiler_text").asString(""))
                        .equals(PlainText.rendered(warning == null ? "" : warning));
    }

    private static @Nullable Instant created(JsonNode status) {
        try {
            return OffsetDateTime.parse(status.path("created_at").asString("")).toInstant();
        } catch (DateTimeException malformed) {
            return null;
        }
    }
}
