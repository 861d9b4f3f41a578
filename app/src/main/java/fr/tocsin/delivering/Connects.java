package fr.tocsin.delivering;

import java.net.URI;
import java.util.List;
import java.util.Map;

/// How an account on a network is connected by a person at the desk. Implemented by the same class
/// as [Channel].
public interface Connects {

    /// What the form asks, in order.
    List<Field> fields();

    /// Takes the answers of the form.
    ///
    /// @param callback where the network sends the person back to, for networks that ask for
    ///   consent on their own page
    Progress begin(Map<String, String> answers, URI callback);

    /// Takes what the network sent back to the callback address.
    ///
    /// @param kept what [Progress.GoTo] asked to keep, sealed meanwhile
    Progress finish(Map<String, String> kept, Map<String, String> parameters, URI callback);

    /// One question. The desk shows the messages `connect.<network>.<name>` and
    /// `connect.<network>.<name>.hint`.
    ///
    /// @param secret not shown while it is typed, nor sent back to the page
    /// @param example shown where nothing is typed yet; for an optional field, what counts then
    record Field(String name, boolean secret, boolean required, String example) {

        /// A field that must be answered.
        public Field(String name, boolean secret, String example) {
            this(name, secret, true, example);
        }

        /// A field that most people leave empty.
        public static Field optional(String name, String example) {
            return new Field(name, false, false, example);
        }
    }

    /// Where connecting stands.
    sealed interface Progress {

        /// The person must consent on the network's page; `kept` comes back at [#finish], `state`
        /// guards the way.
        record GoTo(URI page, String state, Map<String, String> kept) implements Progress {}

        record Connected(
                String handle,
                String displayName,
                URI server,
                String remoteId,
                Limits limits,
                Map<String, String> secrets)
                implements Progress {}

        /// @param field the field to mend, or empty when it is none of them
        record Refused(String field, Reason reason) implements Progress {}
    }
}
