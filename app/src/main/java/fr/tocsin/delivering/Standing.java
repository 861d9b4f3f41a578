package fr.tocsin.delivering;

import fr.tocsin.delivering.DeliveryReport.Act;
import fr.tocsin.delivering.DeliveryReport.State;
import fr.tocsin.delivering.DeliveryReport.Try;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How one delivery stands with its removal: what to call it, and what a person may safely do.
record Standing(
        Delivery delivery,
        List<Stage> stages,
        Optional<Delivery> removal,
        Account account,
        boolean canRemove) {

    DeliveryReport report(Map<DeliveryId, List<Try>> tries) {
        var shown = shown();
        var lines =
                Stream.concat(
                                tries.getOrDefault(delivery.id(), List.of()).stream(),
                                removal.stream()
                                        .flatMap(gone ->
                                                tries.getOrDefault(gone.id(), List.of()).stream()))
                        .toList();
        return new DeliveryReport(
                shown.id(),
                delivery.publication(),
                delivery.revision(),
                account,
                state(),
                posts(),
                delivery.post().parts().size(),
                lines,
                reason(),
                delivery.dueAt(),
                nextTry(),
                shown.settledAt(),
                acts());
    }

    /// The row that decides: the removal once there is one, unless it was given up.
    Delivery shown() {
        return removal.filter(gone -> gone.state() != Delivery.State.CANCELLED).orElse(delivery);
    }

    State state() {
        var shown = shown();
        var removing = shown.operation() == Operation.DELETE;
        return switch (shown.state()) {
            case READY, CLAIMED -> removing ? State.REMOVING : moving(shown);
            case DONE -> removing ? State.REMOVED : State.PUBLISHED;
            case REJECTED -> removing ? State.NEEDS_PERSON : State.REFUSED;
            case ATTENTION -> State.NEEDS_PERSON;
            case CANCELLED -> State.CANCELLED;
        };
    }

    private State moving(Delivery shown) {
        if (isUnknown()) {
            return State.CHECKING;
        }
        if (account.state() == Account.State.RECONNECT) {
            return State.NEEDS_PERSON;
        }
        if (shown.state() == Delivery.State.CLAIMED) {
            return State.SENDING;
        }
        return shown.failures() == 0 ? State.WAITING : State.RETRYING;
    }

    /// A step was armed and no worker knows what became of it.
    private boolean isUnknown() {
        return delivery.state() != Delivery.State.CLAIMED
                && stages.stream().anyMatch(stage -> stage.state() == Stage.State.ARMED);
    }

    private List<RemotePost> posts() {
        return stages.stream()
                .filter(stage -> stage.state() == Stage.State.SETTLED)
                .flatMap(stage -> stage.posts().stream())
                .toList();
    }

    private @Nullable Reason reason() {
        if (state() == State.NEEDS_PERSON && account.state() == Account.State.RECONNECT) {
            return Reason.of("token-expired");
        }
        return shown().reason();
    }

    private @Nullable Instant nextTry() {
        return shown().state() == Delivery.State.READY && state() != State.NEEDS_PERSON
                ? shown().nextAt()
                : null;
    }

    Set<Act> acts() {
        var shown = shown();
        var acts = EnumSet.noneOf(Act.class);
        if (account.state() == Account.State.REMOVED) {
            return shown.state() == Delivery.State.ATTENTION
                            || shown.state() == Delivery.State.REJECTED
                    ? EnumSet.of(Act.GIVE_UP)
                    : acts;
        }
        switch (shown.state()) {
            case READY -> {
                if (shown.failures() > 0) {
                    acts.add(Act.RETRY);
                }
            }
            case REJECTED -> acts.addAll(EnumSet.of(Act.RETRY, Act.GIVE_UP));
            case ATTENTION -> {
                acts.addAll(EnumSet.of(Act.RETRY, Act.GIVE_UP));
                if (shown.operation() == Operation.PUBLISH && isUnknown()) {
                    acts.add(Act.SEND_AGAIN);
                    if (lacksOnlyOne()) {
                        acts.add(Act.MARK_AS_SENT);
                    }
                }
            }
            case CLAIMED, DONE, CANCELLED -> {}
        }
        if (shown.recalled()) {
            // nothing of it may leave any more: one may look, say what one saw, or leave it
            acts.remove(Act.SEND_AGAIN);
            if (!isUnknown()) {
                acts.remove(Act.RETRY);
            }
        }
        if (mayRemove(shown)) {
            acts.add(Act.REMOVE);
        }
        return acts;
    }

    /// The rest of a thread could not reply to a copy whose address nobody knows.
    private boolean lacksOnlyOne() {
        return stages.stream().filter(stage -> stage.state() != Stage.State.SETTLED).count() == 1;
    }

    private boolean mayRemove(Delivery shown) {
        var rests =
                switch (shown.state()) {
                    case DONE, REJECTED, ATTENTION, CANCELLED -> true;
                    case READY, CLAIMED -> false;
                };
        return canRemove
                && rests
                && shown.operation() == Operation.PUBLISH
                && !isUnknown()
                && !posts().isEmpty();
    }
}
