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

/// How one delivery stands with its corrections and its removal: what to call it, and what a person
/// may safely do.
record Standing(
        Delivery delivery,
        List<Stage> stages,
        List<Corrected> corrections,
        Optional<Delivery> removal,
        Account account,
        boolean canRemove) {

    /// One correction, in their order.
    record Corrected(Delivery delivery, List<Stage> stages) {}

    DeliveryReport report(Map<DeliveryId, List<Try>> tries) {
        var shown = shown();
        var lines =
                Stream.of(
                                Stream.of(delivery),
                                corrections.stream().map(Corrected::delivery),
                                removal.stream())
                        .flatMap(rows -> rows)
                        .flatMap(row -> tries.getOrDefault(row.id(), List.of()).stream())
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
                acts(),
                corrections.stream().map(this::correction).toList());
    }

    private DeliveryReport.Correction correction(Corrected corrected) {
        var row = corrected.delivery();
        return new DeliveryReport.Correction(
                row.id(),
                row.revision(),
                row.operation() == Operation.EDIT ? Means.EDIT : Means.REPLY,
                state(row, corrected.stages()),
                row.operation() == Operation.REPLY ? settled(corrected.stages()) : List.of(),
                row.reason(),
                row.settledAt());
    }

    /// The row that decides: the removal once there is one, else the newest correction, unless it
    /// was given up.
    Delivery shown() {
        return removal.filter(Standing::stands)
                .or(() ->
                        corrections.reversed().stream()
                                .map(Corrected::delivery)
                                .filter(Standing::stands)
                                .findFirst())
                .orElse(delivery);
    }

    private static boolean stands(Delivery row) {
        return row.state() != Delivery.State.CANCELLED;
    }

    State state() {
        var shown = shown();
        // Cancelled for a correction that was itself given up: its first parts are public.
        var kept = shown.state() == Delivery.State.CANCELLED && !corrections.isEmpty();
        return kept && !posts().isEmpty() ? State.PUBLISHED : state(shown, stages(shown));
    }

    private State state(Delivery row, List<Stage> steps) {
        var removing = row.operation() == Operation.DELETE;
        return switch (row.state()) {
            case READY, CLAIMED -> removing ? State.REMOVING : moving(row, steps);
            case DONE -> removing ? State.REMOVED : State.PUBLISHED;
            case REJECTED -> removing ? State.NEEDS_PERSON : State.REFUSED;
            case ATTENTION -> State.NEEDS_PERSON;
            case CANCELLED -> State.CANCELLED;
        };
    }

    private State moving(Delivery row, List<Stage> steps) {
        if (isUnknown(row, steps)) {
            return State.CHECKING;
        }
        if (account.state() == Account.State.RECONNECT) {
            return State.NEEDS_PERSON;
        }
        if (row.state() == Delivery.State.CLAIMED) {
            return State.SENDING;
        }
        return row.failures() == 0 ? State.WAITING : State.RETRYING;
    }

    private List<Stage> stages(Delivery row) {
        return corrections.stream()
                .filter(corrected -> corrected.delivery().id().equals(row.id()))
                .findFirst()
                .map(Corrected::stages)
                .orElse(stages);
    }

    /// A step was armed and no worker knows what became of it.
    private static boolean isUnknown(Delivery row, List<Stage> steps) {
        return row.state() != Delivery.State.CLAIMED
                && steps.stream().anyMatch(stage -> stage.state() == Stage.State.ARMED);
    }

    private boolean isUnknown() {
        return isUnknown(delivery, stages)
                || corrections.stream()
                        .anyMatch(corrected -> isUnknown(corrected.delivery(), corrected.stages()));
    }

    private List<RemotePost> posts() {
        var copies = Copies.after(List.of(), delivery, stages);
        for (var corrected : corrections) {
            copies = Copies.after(copies, corrected.delivery(), corrected.stages());
        }
        return copies.stream().map(Written::post).toList();
    }

    private static List<RemotePost> settled(List<Stage> steps) {
        return steps.stream()
                .filter(stage -> stage.state() == Stage.State.SETTLED)
                .flatMap(stage -> stage.posts().stream())
                .toList();
    }

    private @Nullable Reason reason() {
        if (state() == State.NEEDS_PERSON && account.state() == Account.State.RECONNECT) {
            return Reason.of("token-expired");
        }
        return state() == State.PUBLISHED ? null : shown().reason();
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
                if (shown.operation() != Operation.DELETE && isUnknown(shown, stages(shown))) {
                    acts.add(Act.SEND_AGAIN);
                    if (lacksOnlyOne(stages(shown))) {
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
    private static boolean lacksOnlyOne(List<Stage> steps) {
        return steps.stream().filter(stage -> stage.state() != Stage.State.SETTLED).count() == 1;
    }

    private boolean mayRemove(Delivery shown) {
        var rests =
                switch (shown.state()) {
                    case DONE, REJECTED, ATTENTION, CANCELLED -> true;
                    case READY, CLAIMED -> false;
                };
        return canRemove
                && rests
                && shown.operation() != Operation.DELETE
                && !isUnknown()
                && !posts().isEmpty();
    }
}
