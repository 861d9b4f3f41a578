package fr.tocsin.delivering;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How far one step of a delivery has come.
///
/// @param armedAt when it was armed for the first time
/// @param lastArmedAt when it was armed last
/// @param posts the copies it made; for a removal, the copy it is to remove
/// @param ending of a removal's step, how the copy ended
record Stage(
        int position,
        Step step,
        State state,
        @Nullable Instant armedAt,
        @Nullable Instant lastArmedAt,
        List<RemotePost> posts,
        Ending ending) {

    static Stage planned(int position, Step step, List<RemotePost> posts) {
        return new Stage(position, step, State.PLANNED, null, null, posts, Ending.OPEN);
    }

    Stage settled(List<RemotePost> copies) {
        return new Stage(position, step, State.SETTLED, armedAt, lastArmedAt, copies, ending);
    }

    /// Only of a step that was armed.
    Instant lastArmed() {
        return Objects.requireNonNull(lastArmedAt, "this step was never armed");
    }

    /// How the copy that a removal's step stands for ended.
    ///
    /// @param outcome removed or replaced; null while it is neither
    /// @param reason why the network keeps it; null when it does not say so
    record Ending(@Nullable Outcome outcome, @Nullable Instant at, @Nullable Reason reason) {

        static final Ending OPEN = new Ending(null, null, null);
    }

    enum State {
        /// Nothing of it is public.
        PLANNED,
        /// May be public.
        ARMED,
        /// Is public, or removed.
        SETTLED
    }
}
