package fr.tocsin.delivering;

import static java.util.stream.Collectors.groupingBy;

import fr.tocsin.units.UnitId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Works out from the deliveries of a publication which copies exist and where each stands. A
/// correction changes copies, adds to them or takes some away: every copy counts once, with what
/// was published first.
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
        var corrections =
                all.stream()
                        .filter(delivery -> delivery.correction() != null)
                        .sorted(Comparator.comparing(Whereabouts::number))
                        .collect(
                                groupingBy(delivery ->
                                        Objects.requireNonNull(delivery.correction()).of()));
        var known = new HashMap<AccountId, Account>();
        var seen = new HashSet<String>();
        var copies = new ArrayList<Copy>();
        for (var delivery : all) {
            if (delivery.operation() != Operation.PUBLISH) {
                continue;
            }
            var account =
                    known.computeIfAbsent(delivery.account(), id -> accounts.withRemoved(unit, id));
            var made =
                    new Made(
                            delivery,
                            corrections.getOrDefault(delivery.id(), List.of()),
                            account,
                            channels.find(account.network()),
                            Optional.ofNullable(removals.get(delivery.id())),
                            stages);
            made.copies().stream()
                    .filter(copy ->
                            copy.post() == null || seen.add(account.id() + " " + copy.post().id()))
                    .forEach(copies::add);
        }
        return copies;
    }

    private static int number(Delivery delivery) {
        var correction = delivery.correction();
        return correction == null ? 0 : correction.number();
    }

    /// One copy that was seen.
    ///
    /// @param by the delivery that wrote there last
    /// @param goneAt since when a correction has taken it away; null while it stands
    private record Known(
            RemotePost post, Delivery by, @Nullable Instant since, @Nullable Instant goneAt) {}

    /// What one delivery and its corrections have made, and what has become of it.
    private record Made(
            Delivery delivery,
            List<Delivery> corrections,
            Account account,
            Optional<Channel> channel,
            Optional<Delivery> removal,
            Map<DeliveryId, List<Stage>> stages) {

        List<Copy> copies() {
            var known = new LinkedHashMap<String, Known>();
            var unseen = new ArrayList<Copy>();
            Stream.concat(Stream.of(delivery), corrections.stream())
                    .forEach(row -> {
                        for (var stage : stages(row)) {
                            if (stage.state() == Stage.State.SETTLED) {
                                settled(row, stage, known);
                                if (stage.posts().isEmpty()) {
                                    unseen.add(unseen(row, Copy.State.UNTELLABLE, NO_ADDRESS));
                                }
                            }
                        }
                        open(row).ifPresent(unseen::add);
                    });
            var copies = new ArrayList<Copy>();
            known.values().forEach(one -> copies.add(copy(one, copies.size())));
            copies.addAll(unseen);
            return copies;
        }

        private List<Stage> stages(Delivery row) {
            return stages.getOrDefault(row.id(), List.of());
        }

        /// Their order never changes: what is found later comes later.
        private static void settled(Delivery row, Stage stage, Map<String, Known> known) {
            var at = stage.ending().at();
            for (var post : stage.posts()) {
                var before = known.get(post.id());
                var since = before == null ? at : before.since();
                var goneAt = stage.step().parts() == 0 ? at : null;
                known.put(post.id(), new Known(post, row, since, goneAt));
            }
        }

        /// What nobody can see yet of a delivery that has not come to its end.
        private Optional<Copy> open(Delivery row) {
            return switch (row.state()) {
                case READY, CLAIMED ->
                        mayMakeMore(row)
                                ? Optional.of(unseen(row, Copy.State.AWAITED, awaitedReason(row)))
                                : Optional.empty();
                case ATTENTION ->
                        stages(row).stream()
                                        .anyMatch(stage ->
                                                stage.state() == Stage.State.ARMED
                                                        && stage.posts().isEmpty())
                                ? Optional.of(unseen(row, Copy.State.UNTELLABLE, row.reason()))
                                : Optional.empty();
                case DONE, REJECTED, CANCELLED -> Optional.empty();
            };
        }

        /// An edit that only changes or takes away what is known leaves nothing new behind.
        private boolean mayMakeMore(Delivery row) {
            return row.operation() != Operation.EDIT
                    || stages(row).stream()
                            .anyMatch(stage ->
                                    stage.state() != Stage.State.SETTLED
                                            && stage.posts().isEmpty());
        }

        private @Nullable Reason awaitedReason(Delivery row) {
            return account.state() == Account.State.RECONNECT ? RECONNECT : row.reason();
        }

        private Copy unseen(Delivery row, Copy.State state, @Nullable Reason reason) {
            var nextTry = state == Copy.State.AWAITED ? row.nextAt() : null;
            return new Copy(
                    delivery.id(),
                    row.revision(),
                    -1 - number(row),
                    account,
                    null,
                    state,
                    reason,
                    null,
                    null,
                    nextTry,
                    false);
        }

        private Copy copy(Known known, int part) {
            var position = position(known);
            return new Copy(
                    delivery.id(),
                    known.by().revision(),
                    part,
                    account,
                    known.post(),
                    position.state(),
                    position.reason(),
                    known.since(),
                    position.endedAt(),
                    position.nextTry(),
                    channel.filter(asked -> asked instanceof Channel.ReadsBack).isPresent());
        }

        private Position position(Known known) {
            var step = removal.flatMap(gone -> step(gone, known.post()));
            if (step.isEmpty() && known.goneAt() != null) {
                return new Position(Copy.State.REMOVED, null, known.goneAt(), null);
            }
            if (removal.isPresent()) {
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

        private Optional<Stage> step(Delivery gone, RemotePost post) {
            return stages(gone).stream()
                    .filter(stage -> stage.posts().getFirst().id().equals(post.id()))
                    .findFirst();
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
