package fr.tocsin.transport;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What became of one exchange with another server.
public sealed interface Answer {

    /// The server answered, whatever the status says.
    ///
    /// @param redaction takes the secrets of the question out of whatever is quoted from the answer
    record Received(int status, Headers headers, byte[] body, Redaction redaction)
            implements Answer {

        private static final JsonMapper JSON = JsonMapper.shared();

        public boolean ok() {
            return status / 100 == 2;
        }

        /// The body as JSON, or empty when it is none.
        public Optional<JsonNode> json() {
            try {
                var node = JSON.readTree(body);
                return node == null || node.isMissingNode() ? Optional.empty() : Optional.of(node);
            } catch (JacksonException malformed) {
                return Optional.empty();
            }
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /// The status and the start of the body, fit for people and records: one line, no secrets.
        public String excerpt() {
            return (status + " " + redaction.excerpt(text())).strip();
        }

        @Override
        public String toString() {
            return status + " with " + body.length + " bytes";
        }
    }

    /// No complete answer.
    ///
    /// @param what what happened, fit for people and records
    record Failed(Phase phase, String what) implements Answer {}

    /// Whether the server can have seen the question.
    enum Phase {
        /// Provably nothing of the request left this machine: blocked, no such name, refused, no
        /// TLS.
        BEFORE_SEND,
        /// The request may have been read and carried out.
        AFTER_SEND
    }
}
