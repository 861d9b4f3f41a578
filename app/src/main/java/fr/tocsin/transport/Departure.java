package fr.tocsin.transport;

import java.util.concurrent.atomic.AtomicReference;

/// Knows whether a request can have left this machine. Whoever waits may give up, and whoever sends
/// may start, but only one of them comes first.
final class Departure {

    private enum State {
        WAITING,
        LEFT,
        ABANDONED
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);

    /// Called right before the first byte of the request is written.
    ///
    /// @return false when it must no longer be sent
    boolean leave() {
        return state.compareAndSet(State.WAITING, State.LEFT);
    }

    /// Called when nobody waits any more; afterwards nothing can leave.
    Answer.Phase abandon() {
        state.compareAndSet(State.WAITING, State.ABANDONED);
        return phase();
    }

    Answer.Phase phase() {
        return state.get() == State.LEFT ? Answer.Phase.AFTER_SEND : Answer.Phase.BEFORE_SEND;
    }
}
