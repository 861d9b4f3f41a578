package fr.tocsin.channels.bluesky;

import fr.tocsin.delivering.Reason;
import fr.tocsin.transport.Answer;
import fr.tocsin.transport.RateLimit;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/// What came of asking a server.
sealed interface Reply {

    /// How long to wait where the server does not say.
    Duration PAUSE = Duration.ofSeconds(30);

    record Done(JsonNode body) implements Reply {}

    /// The server did not ask us in; the question itself was not carried out.
    record NotAsked(Reason reason, Instant notBefore) implements Reply {}

    /// No complete answer.
    record Broken(Answer.Phase phase, String detail) implements Reply {

        boolean isProvablyUnseen() {
            return phase == Answer.Phase.BEFORE_SEND;
        }

        Reason reason() {
            return new Reason(isProvablyUnseen() ? "unreachable" : "no-answer", detail);
        }
    }

    /// @param error the structured name of what was wrong; empty when the server gave none
    /// @param detail fit for people and records
    record Refused(int status, String error, String detail, RateLimit limit) implements Reply {

        /// The token was not taken. A server says 400 for that, not 401.
        boolean isTokenRefused() {
            return switch (error) {
                case "ExpiredToken", "InvalidToken", "AuthMissing" -> true;
                default -> false;
            };
        }

        /// The account itself is shut, whatever the token.
        boolean isAccountShut() {
            return switch (error) {
                case "AccountTakedown", "AccountSuspended", "AccountDeactivated" -> true;
                default -> false;
            };
        }

        /// An uploaded picture was dropped before its post came: preparing anew brings it back.
        boolean isBlobMissing() {
            return error.equals("BlobNotFound");
        }

        boolean isRateLimited() {
            return status == 429;
        }

        /// The server or something before it is in trouble, or is not what we take it for: what it
        /// was asked may be carried out or not.
        boolean isUnclear() {
            return status >= 500 || status == 408 || status < 400;
        }

        Instant notBefore(Instant now) {
            return limit.notBefore(now, PAUSE);
        }

        Reason reason() {
            var code =
                    switch (status) {
                        case 429 -> "rate-limited";
                        case 400 -> "refused-content";
                        case 413 -> "too-large";
                        default -> isUnclear() ? "server-error" : "refused";
                    };
            return new Reason(code, detail);
        }
    }
}
