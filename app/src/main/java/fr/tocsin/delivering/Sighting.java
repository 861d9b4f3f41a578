package fr.tocsin.delivering;

import java.util.List;

/// What a look at the network shows of a step whose outcome is unknown.
public sealed interface Sighting {

    /// It is public; one remote post for each part of the step, in order.
    record There(List<RemotePost> posts) implements Sighting {}

    /// Provably absent: sending it again, with the same key, makes no second copy.
    record Absent() implements Sighting {}

    /// The network cannot be asked now, or its answer proves nothing.
    record CannotTell(Reason reason) implements Sighting {}
}
