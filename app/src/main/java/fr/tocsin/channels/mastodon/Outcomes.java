package fr.tocsin.channels.mastodon;

import fr.tocsin.delivering.Account;
import fr.tocsin.delivering.AccountSecrets;
import fr.tocsin.delivering.Attempt;
import fr.tocsin.delivering.Reason;
import fr.tocsin.delivering.RemotePost;
import fr.tocsin.transport.Answer;
import fr.tocsin.transport.Answer.Failed;
import fr.tocsin.transport.Answer.Phase;
import fr.tocsin.transport.Answer.Received;
import fr.tocsin.transport.RateLimit;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Tells from a server's answer what became of an act: by status only, never by the words in it.
final class Outcomes {

    static final Duration SOON = Duration.ofSeconds(30);
    static final Duration LATER = Duration.ofMinutes(5);

    private final AccountSecrets secrets;
    private final Clock clock;

    Outcomes(AccountSecrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /// Of `POST /api/v1/statuses`. A server error is unknown: some fail after they have published.
    Attempt ofCreate(Account account, Answer answer) {
        return switch (answer) {
            case Failed failed when failed.phase() == Phase.BEFORE_SEND ->
                    new Attempt.NotSent(new Reason("unreachable", failed.what()), now().plus(SOON));
            case Failed failed -> new Attempt.Unknown(new Reason("no-answer", failed.what()));
            case Received received when received.ok() ->
                    received.json()
                            .flatMap(Outcomes::post)
                            .<Attempt>map(post -> new Attempt.Accepted(List.of(post)))
                            .orElseGet(() ->
                                    new Attempt.Unknown(
                                            new Reason("bad-answer", received.excerpt())));
            case Received received when received.status() == 429 ->
                    new Attempt.NotSent(said("rate-limited", received), notBefore(received));
            case Received received when received.status() >= 500 || received.status() == 408 ->
                    new Attempt.Unknown(said("server-error", received));
            case Received received -> new Attempt.Rejected(refusal(account, received));
        };
    }

    /// Of `PUT /api/v1/statuses/:id`. A copy that is not there any more cannot be corrected.
    Attempt ofEdit(Account account, Answer answer) {
        return answer instanceof Received received && gone(received)
                ? new Attempt.Rejected(said("gone", received))
                : ofCreate(account, answer);
    }

    /// Of `DELETE /api/v1/statuses/:id`. What is gone already is as good as deleted, and a deletion
    /// may always be repeated.
    Attempt ofDelete(Account account, Answer answer) {
        return switch (answer) {
            case Failed failed ->
                    new Attempt.NotSent(new Reason("unreachable", failed.what()), now().plus(SOON));
            case Received received when received.ok() || gone(received) ->
                    new Attempt.Accepted(List.of());
            case Received received when received.status() == 429 ->
                    new Attempt.NotSent(said("rate-limited", received), notBefore(received));
            case Received received when received.status() >= 500 || received.status() == 408 ->
                    new Attempt.NotSent(said("server-error", received), now().plus(SOON));
            case Received received -> new Attempt.Rejected(refusal(account, received));
        };
    }

    /// Why an act was refused for good; an account whose token no longer works is put aside.
    Reason refusal(Account account, Received received) {
        var reason =
                said(
                        switch (received.status()) {
                            case 401 -> "token-expired";
                            case 403 -> "not-allowed";
                            case 404, 410 -> "not-found";
                            case 413 -> "too-large";
                            case 400, 422 -> "refused-content";
                            default -> "refused";
                        },
                        received);
        // A 403 without JSON comes from something in front of the server, not from the account.
        if (received.status() == 401 || received.status() == 403 && received.json().isPresent()) {
            secrets.mustReconnect(account.id(), reason);
        }
        return reason;
    }

    Instant notBefore(Received received) {
        return RateLimit.of(received.headers(), now()).notBefore(now(), LATER);
    }

    Instant now() {
        return clock.instant();
    }

    static boolean gone(Received received) {
        return received.status() == 404 || received.status() == 410;
    }

    /// The copy that a `Status` entity describes, or empty when it is none.
    static Optional<RemotePost> post(JsonNode status) {
        var id = status.path("id").asString("");
        if (id.isBlank() || id.length() > 200) {
            return Optional.empty();
        }
        var version = status.path("edited_at").asString("");
        return Optional.of(
                new RemotePost(
                        id,
                        version.isEmpty() ? status.path("created_at").asString(null) : version,
                        permalink(status).orElse(null)));
    }

    /// The server's own words where it gives some, else the start of its answer.
    static Reason said(String code, Received received) {
        var words = received.json().map(json -> json.path("error").asString("")).orElse("");
        return new Reason(
                code, words.isBlank() ? received.excerpt() : received.redaction().excerpt(words));
    }

    static Reason why(Answer answer) {
        return switch (answer) {
            case Failed failed -> new Reason("unreachable", failed.what());
            case Received received when received.ok() ->
                    new Reason("bad-answer", received.excerpt());
            case Received received when received.status() == 429 -> said("rate-limited", received);
            case Received received when received.status() == 401 -> said("token-expired", received);
            case Received received -> said("server-error", received);
        };
    }

    private static Optional<URI> permalink(JsonNode status) {
        return Optional.of(status.path("url").asString(""))
                .filter(url -> url.startsWith("https://") || url.startsWith("http://"))
                .flatMap(url -> {
                    try {
                        return Optional.of(URI.create(url));
                    } catch (IllegalArgumentException malformed) {
                        return Optional.empty();
                    }
                });
    }
}
