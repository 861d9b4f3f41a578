package fr.tocsin.delivering;

import java.time.Instant;
import java.util.List;

/// What became of one attempt to reach a network.
public sealed interface Attempt {

    /// The network took it. One remote post for each part that the step carried, in order; empty
    /// for a delete.
    record Accepted(List<RemotePost> posts) implements Attempt {}

    /// Never again as it is: a person must change something.
    record Rejected(Reason reason) implements Attempt {}

    /// Provably not public: try again, not before the given time.
    record NotSent(Reason reason, Instant notBefore) implements Attempt {}

    /// May be public: read back, never repeat blindly.
    record Unknown(Reason reason) implements Attempt {}
}
