package fr.tocsin.delivering;

import fr.tocsin.units.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Works out from the deliveries of a publication which copies exist and where each stands. Several
/// deliveries may have touched the same copy, as a correction does: it counts once.
@Component
class Whereabouts {

    private static final Reason NO_ADDRESS = Reason.of("no-address");
    private static final Reason ACCOUNT_REMOVED = Reason.of("account-removed");
    private static final Reason CANNOT_RECALL = Reason.of("cannot-recall");
    private static final Reason RECONNECT = Reason.of("token-expired");

    private final Deliveries deliveries;
    private final Accounts accounts;
    private final Channels channels;

    Whereabouts(Deliveries deliveries, Accounts accounts, Channels channels) {
        this.deliveries = deliveries;
        this.accounts = accounts;
        this.channels = channels;
    }

    /// The oldest first.
    List<Copy> of(UnitId unit, UUID publication) {
        var all = deliveries.of(unit, publication).reversed();
        var stages = deliveries.stages(all.stream().map(Delivery::id).toList());
        var removals =
                all.stream()
                        .filter(delivery -> delivery.operation() == Operation.DELETE)
                        .filter(delivery -> delivery.state() != Delivery.State.CANCELLED)
                        .collect(
                                Collectors.toMap(
                                        delivery -> Objects.requireNonNull(delivery.of()),
                                        Function.identity()));
        var known = new HashMap<AccountId, Account>();
        var seen = new HashSet<String>();
        var copies = new ArrayList<Copy>();
        for (var delivery : all) {
            if (delivery.operation() == Operation.DELETE) {
                continue;
            }
            var account =
                    known.computeIfAbsent(delivery.account(), id -> accounts.withRemoved(unit, id));
            var made =
                    new Made(
                            delivery,
                            account,
                            channels.find(account.network()),
                            stages.getOrDefault(delivery.id(), List.of()),
                            Optional.ofNullable(removals.get(delivery.id())),
                            stages);
            made.copies().stream()
                    .filter(copy ->
                            copy.post() == null || seen.add(account.id() + " " + copy.post().id()))
                    .forEach(copies::add);
        }
        return copies;
    }

    /// What one delivery has made, and what has become of it.
    private record Made(
            Delivery delivery,
            Account account,
            Optional<Channel> channel,
            List<Stage> stages,
            Optional<Delivery> removal,
            Map<DeliveryId, List<Stage>> allStages) {

        List<Copy> copies() {
            var copies = new ArrayList<Copy>();
            for (var stage : stages) {
                if (stage.state() != Stage.State.SETTLED) {
                    continue;
                }
                if (stage.posts().isEmpty()) {
                    copies.add(unseen(Copy.State.UNTELLABLE, NO_ADDRESS));
                }
                for (var post : stage.posts()) {
                    copies.add(copy(post, stage.ending().at(), copies.size()));
                }
            }
            switch (delivery.state()) {
                case READY, CLAIMED -> copies.add(unseen(Copy.State.AWAITED, awaitedReason()));
                case ATTENTION -> {
                    if (stages.stream().anyMatch(stage -> stage.state() == Stage.State.ARMED)) {
                        copies.add(unseen(Copy.State.UNTELLABLE, delivery.reason()));
                    }
                }
                case DONE, REJECTED, CANCELLED -> {}
            }
            return copies;
        }

        private @Nullable Reason awaitedReason() {
            return account.state() == Account.State.RECONNECT ? RECONNECT : delivery.reason();
        }

        private Copy unseen(Copy.State state, @Nullable Reason reason) {
            var nextTry = state == Copy.State.AWAITED ? delivery.nextAt() : null;
            return new Copy(
                    delivery.id(),
                    delivery.revision(),
                    -1,
                    account,
                    null,
                    state,
                    reason,
                    null,
                    null,
                    nextTry,
                    false);
        }

        private Copy copy(RemotePost post, @Nullable Instant since, int part) {
            var position = position(post);
            return new Copy(
                    delivery.id(),
                    delivery.revision(),
                    part,
                    account,
                    post,
                    position.state(),
                    position.reason(),
                    since,
                    position.endedAt(),
                    position.nextTry(),
                    channel.filter(asked -> asked instanceof Channel.ReadsBack).isPresent());
        }

        private Position position(RemotePost post) {
            if (removal.isPresent()) {
                var step =
                        allStages.getOrDefault(removal.get().id(), List.of()).stream()
                                .filter(stage -> stage.posts().getFirst().id().equals(post.id()))
                                .findFirst();
                return position(removal.get(), step);
            }
            if (channel.isPresent() && channel.filter(Recalls::canRecall).isEmpty()) {
                return Position.of(Copy.State.UNRECALLABLE, CANNOT_RECALL);
            }
            if (account.state() == Account.State.REMOVED) {
                return Position.of(Copy.State.REFUSED, ACCOUNT_REMOVED);
            }
            return Position.of(Copy.State.PUBLIC, null);
        }

        private Position position(Delivery gone, Optional<Stage> step) {
            if (step.filter(stage -> stage.state() == Stage.State.SETTLED).isPresent()) {
                var ending = step.get().ending();
                var replaced = ending.outcome() == Outcome.REPLACED;
                return new Position(
                        replaced ? Copy.State.REPLACED : Copy.State.REMOVED,
                        null,
                        ending.at(),
                        null);
            }
            return switch (gone.state()) {
                case READY, CLAIMED -> {
                    var waits = account.state() == Account.State.RECONNECT;
                    yield new Position(
                            Copy.State.REMOVING,
                            waits ? RECONNECT : gone.reason(),
                            null,
                            waits ? null : gone.nextAt());
                }
                case DONE, REJECTED, ATTENTION, CANCELLED ->
                        Position.of(
                                Copy.State.REFUSED,
                                step.map(Stage::ending)
                                        .map(Stage.Ending::reason)
                                        .orElse(gone.reason()));
            };
        }
    }

    private record Position(
            Copy.State state,
            @Nullable Reason reason,
            @Nullable Instant endedAt,
            @Nullable Instant nextTry) {

        static Position of(Copy.State state, @Nullable Reason reason) {
            return new Position(state, reason, null, null);
        }
    }
}
